package org.progressledger.acceptance;

/** On the embedded store. */
class SampleFlagsIT extends SampleFlags {
    SampleFlagsIT(SharedSystem.Loaded loaded) {
        super(loaded);
    }
}
