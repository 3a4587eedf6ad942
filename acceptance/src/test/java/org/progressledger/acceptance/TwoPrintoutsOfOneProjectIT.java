package org.progressledger.acceptance;

/** On the embedded store. */
class TwoPrintoutsOfOneProjectIT extends TwoPrintoutsOfOneProject {
    TwoPrintoutsOfOneProjectIT() {
        super(RunningSystem::onEmbeddedStore);
    }
}
