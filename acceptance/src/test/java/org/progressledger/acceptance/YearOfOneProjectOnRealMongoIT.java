package org.progressledger.acceptance;

import org.progressledger.testservers.OnRealMongo;

/** On a real MongoDB. */
@OnRealMongo
class YearOfOneProjectOnRealMongoIT extends YearOfOneProject {
    YearOfOneProjectOnRealMongoIT() {
        super(RunningSystem::onRealMongo);
    }
}
