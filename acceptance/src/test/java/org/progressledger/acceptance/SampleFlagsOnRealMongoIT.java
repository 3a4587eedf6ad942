package org.progressledger.acceptance;

import org.progressledger.testservers.OnRealMongo;

/** On a real MongoDB. */
@OnRealMongo
class SampleFlagsOnRealMongoIT extends SampleFlags {
    SampleFlagsOnRealMongoIT(SharedSystem.Loaded loaded) {
        super(loaded);
    }
}
