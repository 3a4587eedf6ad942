package org.progressledger.verifier;

import java.util.List;
import org.progressledger.ledger.note.VerifierKey;

/**
 * What an auditor knows from elsewhere.
 *
 * @param keys of the log; if there are any, no other key's signature counts
 * @param kept checkpoints that were noted earlier
 * @param outsiders witnesses and authorities whose word is asked for
 */
public record Expected(List<VerifierKey> keys, List<Kept> kept, Outsiders outsiders) {
    public Expected {
        keys = List.copyOf(keys);
        kept = List.copyOf(kept);
    }

    /** Without asking for others' word. */
    public Expected(List<VerifierKey> keys, List<Kept> kept) {
        this(keys, kept, Outsiders.none());
    }

    /**
     * A checkpoint that was noted earlier.
     *
     * @param name of the file
     * @param note the signed note
     */
    public record Kept(String name, String note) {}

    /** Nothing is known from elsewhere. */
    public static Expected nothing() {
        return new Expected(List.of(), List.of());
    }
}
