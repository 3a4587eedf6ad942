package org.progressledger.acceptance;

/** On the embedded store. */
class YearOfOneProjectIT extends YearOfOneProject {
    YearOfOneProjectIT() {
        super(RunningSystem::onEmbeddedStore);
    }
}
