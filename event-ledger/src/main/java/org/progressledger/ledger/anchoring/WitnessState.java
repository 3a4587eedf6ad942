package org.progressledger.ledger.anchoring;

/**
 * How it stands with a witness.
 *
 * @param name whose
 * @param outcome of the last time it was asked
 * @param size of the newest checkpoint that it cosigned since this process began; 0 if none
 * @param failures times that it was asked and did not cosign
 * @param detail one sentence about the last outcome
 */
public record WitnessState(String name, Outcome outcome, long size, long failures, String detail) {

    /** What asking came to. */
    public enum Outcome {
        /** It was not asked yet. */
        NOT_ASKED,
        /** It cosigned the newest checkpoint. */
        COSIGNED,
        /** It did not answer in time, or not at all. */
        UNREACHABLE,
        /** It does not cosign: it does not know the log or its key, or its answer cannot be used. */
        REFUSED,
        /** It holds a checkpoint of this log that ours does not follow: somebody rewrote the log, or put an old copy back. */
        CONTRADICTS
    }
}
