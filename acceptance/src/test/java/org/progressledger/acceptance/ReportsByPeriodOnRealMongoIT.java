package org.progressledger.acceptance;

import org.progressledger.testservers.OnRealMongo;

/** On a real MongoDB. */
@OnRealMongo
class ReportsByPeriodOnRealMongoIT extends ReportsByPeriod {
    ReportsByPeriodOnRealMongoIT(SharedSystem.Loaded loaded) {
        super(loaded);
    }
}
