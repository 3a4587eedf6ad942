package org.progressledger.ledger.tree;

import java.util.Collection;
import java.util.regex.Pattern;
import org.progressledger.ledger.note.NoteRefused;
import org.progressledger.ledger.note.SignedNote;
import org.progressledger.ledger.note.SigningKey;
import org.progressledger.ledger.note.VerifierKey;

/**
 * The state of a log at one moment: all its entries up to here hash to this root. c2sp.org/tlog-checkpoint, without extension
 * lines.
 *
 * @param origin which log; also the name of its key
 * @param size how many entries
 * @param root of the tree of that size
 */
public record Checkpoint(String origin, long size, Hash root) {

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

    public Checkpoint {
        if (origin.isEmpty() || origin.indexOf('\n') >= 0) {
            throw new NoteRefused("A log's origin is one line and not empty");
        }
        if (size < 0) {
            throw new NoteRefused("A tree has no negative size: " + size);
        }
        if (size == 0 && !root.equals(Hash.ofEmptyTree())) {
            throw new NoteRefused("Not the root of an empty tree: " + root);
        }
    }

    /** What is signed: three lines. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** The checkpoint as a signed note. */
    public String signedBy(SigningKey... keys) {
        return SignedNote.sign(text(), keys);
    }

    /**
     * Reads a checkpoint that one of the log's keys signed; signatures of others, such as witnesses, are passed over.
     *
     * @throws NoteRefused if the note is malformed, of another log, has extension lines, or is not signed as it has to be
     */
    public static Checkpoint open(String note, String origin, Collection<VerifierKey> keys) {
        Checkpoint checkpoint = read(SignedNote.parse(note).openedBy(keys));
        if (!checkpoint.origin.equals(origin)) {
            throw new NoteRefused("A checkpoint of %s, not of %s".formatted(checkpoint.origin, origin));
        }
        return checkpoint;
    }

    /**
     * Reads a note without looking at its signatures: for showing it, and for finding the key that has to have signed it.
     *
     * @throws NoteRefused if it is not a checkpoint
     */
    public static Checkpoint unverified(String note) {
        return read(SignedNote.parse(note).text());
    }

    private static Checkpoint read(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty() || !SIZE.matcher(lines[1]).matches()) {
            throw new NoteRefused("A checkpoint has three lines: origin, size and root");
        }
        try {
            return new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.fromBase64(lines[2]));
        } catch (IllegalArgumentException e) {
            throw new NoteRefused("Not a root: " + lines[2], e);
        }
    }
}
