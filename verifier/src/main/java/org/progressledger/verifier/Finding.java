package org.progressledger.verifier;

/**
 * The first thing that is wrong.
 *
 * @param kind what sort of wrong
 * @param position of the first event that cannot be trusted, or of the first that may be wrong; -1 if it is not about an event
 * @param field path of the stored field, tile or file that disagrees
 * @param detail what the kind's sentence fills in: a size, a path, a line number
 * @param technical for those who look into the store, in English; may be empty
 */
public record Finding(Kind kind, long position, String field, String detail, String technical) {

    /** The kinds of findings; each has a sentence in {@code messages/verifier_*.properties}. */
    public enum Kind {
        /** A stored field does not agree with the hashes that cover it. */
        FIELD_CHANGED,
        /** No commit begins where the one before it ended, though there are later ones. */
        EVENTS_MISSING,
        /** A commit begins inside the one before it. */
        COMMIT_INSIDE_ANOTHER,
        /** A commit was recorded before the one that it follows. */
        RECORDED_TOO_EARLY,
        /** An event is not the next one of its stream. */
        SEQUENCE_BROKEN,
        /** An event has the id of an earlier one. */
        EVENT_ID_TWICE,
        /** A commit has the actor and command of an earlier one. */
        COMMAND_TWICE,
        /** An event agrees with its own hashes, and is not the one that was sealed. */
        EVENT_REPLACED,
        /** The events do not add up to a signed checkpoint, and which of them is wrong cannot be told. */
        ROOT_DIFFERS,
        /** There are fewer events than a checkpoint signed. */
        LEDGER_CUT_OFF,
        /** A checkpoint is not signed by a key that may have signed it. */
        CHECKPOINT_NOT_SIGNED,
        /** A stored checkpoint, or the list of keys, is not in its form. */
        CHECKPOINT_MALFORMED,
        /** A checkpoint that others cosigned or stamped is no longer among all of them. */
        CHECKPOINT_MISSING,
        /** A key may sign from another tree on than the one after the last that the key before it signed. */
        KEY_START_MOVED,
        /** What is kept of a witness or an authority is not in its form. */
        ANCHOR_MALFORMED,
        /** A line of a known witness is not its signature of this checkpoint. */
        COSIGNATURE_WRONG,
        /** A time stamp is not of this checkpoint, or not by a trusted authority. */
        TIMESTAMP_WRONG,
        /** No checkpoint was cosigned by enough of the witnesses. */
        NOT_WITNESSED,
        /** No checkpoint was stamped by a trusted authority. */
        NOT_STAMPED,
        /** The newest checkpoint is older than another one. */
        HEAD_PUT_BACK,
        /** A tile is not what the events add up to. */
        TILE_DIFFERS,
        /** A tile is missing. */
        TILE_MISSING,
        /** A checkpoint was expected, and there is none. */
        NO_CHECKPOINT,
        /** The ledger is shorter than the checkpoint that the auditor kept. */
        KEPT_IS_LONGER,
        /** The ledger's beginning is not that of the checkpoint that the auditor kept. */
        KEPT_DIFFERS,
        /** The checkpoint that the auditor kept is not signed by a key of this ledger. */
        KEPT_NOT_SIGNED,
        /** A line of an exported file is not as it was written. */
        FILE_DAMAGED,
        /** A published log entry is not in its form or at its place. */
        ENTRY_MALFORMED,
        /** An event that the service tells is not the one in the published log. */
        EVENT_NOT_AS_PUBLISHED,
        /** A file of an evidence pack is not as its list says. */
        PACK_FILE_CHANGED,
        /** An event of an evidence pack is not proved to be in the log. */
        PROOF_FAILS
    }

    /** Without anything to fill in. */
    public static Finding at(Kind kind, long position, String field) {
        return new Finding(kind, position, field, "", "");
    }

    /** Not about an event. */
    public static Finding of(Kind kind, String field, String detail) {
        return new Finding(kind, -1, field, detail, "");
    }
}
