package org.progressledger.acceptance;

import org.progressledger.testservers.OnRealMongo;

/** On a real MongoDB. */
@OnRealMongo
class TwoPrintoutsOfOneProjectOnRealMongoIT extends TwoPrintoutsOfOneProject {
    TwoPrintoutsOfOneProjectOnRealMongoIT() {
        super(RunningSystem::onRealMongo);
    }
}
