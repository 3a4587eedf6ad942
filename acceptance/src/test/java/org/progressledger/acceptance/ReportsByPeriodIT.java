package org.progressledger.acceptance;

/** On the embedded store. */
class ReportsByPeriodIT extends ReportsByPeriod {
    ReportsByPeriodIT(SharedSystem.Loaded loaded) {
        super(loaded);
    }
}
