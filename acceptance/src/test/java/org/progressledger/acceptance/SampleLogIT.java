package org.progressledger.acceptance;

/** On the embedded store. */
@WithLogTools
class SampleLogIT extends SampleLog {
    SampleLogIT(SharedSystem.Loaded loaded) {
        super(loaded);
    }
}
