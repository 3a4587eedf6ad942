package org.progressledger.acceptance;

import org.progressledger.testservers.OnRealMongo;

/** On a real MongoDB. */
@OnRealMongo
@WithLogTools
class SampleLogOnRealMongoIT extends SampleLog {
    SampleLogOnRealMongoIT(SharedSystem.Loaded loaded) {
        super(loaded);
    }
}
