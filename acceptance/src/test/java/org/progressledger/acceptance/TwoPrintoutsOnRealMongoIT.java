package org.progressledger.acceptance;

import org.progressledger.testservers.OnRealMongo;

/** On a real MongoDB. */
@OnRealMongo
class TwoPrintoutsOnRealMongoIT extends TwoPrintouts {
    TwoPrintoutsOnRealMongoIT(SharedSystem.Loaded loaded) {
        super(loaded);
    }
}
