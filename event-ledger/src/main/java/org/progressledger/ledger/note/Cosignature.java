package org.progressledger.ledger.note;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * That somebody saw a checkpoint which follows all that they saw before.
 *
 * @param key whose it is
 * @param at when, by their clock, in seconds
 * @param line the signature line, its newline included: it goes below the log's own
 */
public record Cosignature(CosignatureKey key, Instant at, String line) {

    private static final int MOST_CHARACTERS = 100_000;

    /**
     * Reads signature lines and keeps those of the keys, one of each. Lines of other keys are passed over.
     *
     * @param text the text of the note that they are about
     * @throws NoteRefused if a line is none, or one that names a key was not made by it of this text
     */
    public static List<Cosignature> among(String lines, String text, Collection<CosignatureKey> keys) {
        if (lines.length() > MOST_CHARACTERS || !lines.endsWith("\n")) {
            throw new NoteRefused("Not signature lines: " + lines.length() + " characters");
        }
        List<Cosignature> found = new ArrayList<>();
        for (String line : lines.substring(0, lines.length() - 1).split("\n", -1)) {
            NoteSignature signature = NoteSignature.parse(line);
            for (CosignatureKey key : keys) {
                if (key.names(signature) && found.stream().noneMatch(one -> one.key.equals(key))) {
                    Instant at = key.cosignedAt(text, signature)
                            .orElseThrow(() -> new NoteRefused("Not a cosignature of this text by " + key.name()));
                    found.add(new Cosignature(key, at, line + "\n"));
                }
            }
        }
        return found;
    }
}
