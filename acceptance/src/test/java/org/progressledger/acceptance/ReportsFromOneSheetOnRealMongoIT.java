package org.progressledger.acceptance;

import org.progressledger.testservers.OnRealMongo;

/** On a real MongoDB. */
@OnRealMongo
class ReportsFromOneSheetOnRealMongoIT extends ReportsFromOneSheet {
    ReportsFromOneSheetOnRealMongoIT(SharedSystem.Loaded loaded) {
        super(loaded);
    }
}
