package org.progressledger.verifier;

import java.util.Optional;

/**
 * A checkpoint as it was found.
 *
 * @param size how many events it is of, as its place says
 * @param note the signed note
 * @param where it was found, as a path of a stored field
 * @param anchors what others said of it
 */
public record StoredCheckpoint(long size, String note, String where, Anchors anchors) {

    /** Without what others said of it, or with that in the note itself. */
    public StoredCheckpoint(long size, String note, String where) {
        this(size, note, where, new Anchors("", Optional.empty(), where));
    }

    /**
     * What is kept beside a checkpoint.
     *
     * @param lines signature lines of witnesses, each with its newline; may be none
     * @param token an RFC 3161 token in DER
     * @param where they were found
     */
    public record Anchors(String lines, Optional<byte[]> token, String where) {}

    /** The same with what others said of it. */
    public StoredCheckpoint with(Anchors found) {
        return new StoredCheckpoint(size, note, where, found);
    }
}
