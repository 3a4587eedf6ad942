package org.progressledger.acceptance;

/** On the embedded store. */
class ReportsFromOneSheetIT extends ReportsFromOneSheet {
    ReportsFromOneSheetIT(SharedSystem.Loaded loaded) {
        super(loaded);
    }
}
