package org.progressledger.acceptance;

/** On the embedded store. */
class TwoPrintoutsIT extends TwoPrintouts {
    TwoPrintoutsIT(SharedSystem.Loaded loaded) {
        super(loaded);
    }
}
