package org.progressledger.acceptance;

/** On the embedded store. */
class YearOfOneProjectIT extends YearOfOneProject {
    YearOfOneProjectIT(RunningSystem system) {
        super(system);
    }
}
