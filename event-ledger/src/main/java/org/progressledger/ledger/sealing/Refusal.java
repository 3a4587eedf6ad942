package org.progressledger.ledger.sealing;

/**
 * Why nothing is signed until a person has mended it.
 *
 * @param reason the kind
 * @param detail one sentence for whoever runs the ledger
 */
public record Refusal(Reason reason, String detail) {

    /** The kinds of refusal. */
    public enum Reason {
        /** The database ends before what was signed. */
        ROLLED_BACK,
        /** The database holds something else than what was signed. */
        HISTORY_CHANGED,
        /** A stored event does not agree with its own hashes. */
        LEDGER_DAMAGED,
        /** The log has a key, and it is not here. */
        KEY_MISSING,
        /** The key here is not the log's, or its name is not the origin. */
        KEY_DIFFERS,
        /** A file beside the key cannot be read or written. */
        FILE_UNUSABLE
    }

    @Override
    public String toString() {
        return reason + ": " + detail;
    }
}
