package org.progressledger.ledger.note;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A text and the signature lines below it.
 *
 * @param text what was signed, its final newline included
 * @param signatures in the order of the note
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** Most characters of a note: many times what 16 signatures take. */
    public static final int MAX_LENGTH = 1_000_000;

    private static final int MAX_SIGNATURES = 100;

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /**
     * Takes a note apart and trusts none of it.
     *
     * @throws NoteRefused if it is not a signed note
     */
    public static SignedNote parse(String note) {
        if (note.length() > MAX_LENGTH) {
            throw new NoteRefused("Longer than " + MAX_LENGTH + " characters");
        }
        int cut = note.lastIndexOf("\n\n");
        if (cut < 0 || !note.endsWith("\n") || note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new NoteRefused("A signed note is a text, an empty line and signature lines");
        }
        String below = note.substring(cut + 2);
        if (below.isEmpty()) {
            throw new NoteRefused("A note without signatures");
        }
        String[] lines = below.substring(0, below.length() - 1).split("\n", -1);
        if (lines.length > MAX_SIGNATURES) {
            throw new NoteRefused("More than " + MAX_SIGNATURES + " signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines) {
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(note.substring(0, cut + 1), signatures);
    }

    /**
     * The text, if one of the keys signed it, and none of them wrongly. Signatures of other keys are passed over.
     *
     * @throws NoteRefused if no key signed it, or a signature that names one of the keys was not made with it
     */
    public String openedBy(Collection<VerifierKey> keys) {
        boolean signed = false;
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : keys) {
                if (signature.names(key)) {
                    if (!key.verifies(text, signature.bytes())) {
                        throw new NoteRefused("The signature of " + key.name() + " is not of this text");
                    }
                    signed = true;
                }
            }
        }
        if (!signed) {
            throw new NoteRefused("Signed by none of " + keys);
        }
        return text;
    }

    /** Whether this key signed it. */
    public boolean isSignedBy(VerifierKey key) {
        return signatures.stream().anyMatch(one -> one.names(key) && key.verifies(text, one.bytes()));
    }

    /**
     * A text with the signatures of these keys.
     *
     * @param text ends in a newline and has no other control characters
     * @throws NoteRefused if it does not
     */
    public static String sign(String text, SigningKey... keys) {
        if (!text.endsWith("\n") || keys.length == 0 || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new NoteRefused("A note's text ends in a newline, and somebody signs it");
        }
        StringBuilder note = new StringBuilder(text).append('\n');
        Arrays.stream(keys).map(key -> key.line(text)).forEach(note::append);
        return note.toString();
    }
}
