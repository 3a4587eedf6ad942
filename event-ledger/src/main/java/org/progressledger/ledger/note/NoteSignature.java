package org.progressledger.ledger.note;

import java.util.Arrays;
import java.util.HexFormat;

/** One signature line of a note: whose, by which key, and the signature itself. */
public final class NoteSignature {

    private static final int ID_BYTES = 4;

    private final String name;
    private final byte[] blob;

    private NoteSignature(String name, byte[] blob) {
        this.name = name;
        this.blob = blob;
    }

    static NoteSignature parse(String line) {
        String[] fields = line.split(" ", -1);
        if (fields.length != 3 || !fields[0].equals("\u2014") || fields[1].isEmpty() || fields[1].contains("+")) {
            throw new NoteRefused("Not a signature line: " + line);
        }
        byte[] blob = VerifierKey.decoded(fields[2]);
        if (blob.length <= ID_BYTES) {
            throw new NoteRefused("Too short for a signature: " + line);
        }
        return new NoteSignature(fields[1], blob);
    }

    /** The name of the key. */
    public String name() {
        return name;
    }

    /** The key's id in lower-case hex. */
    public String keyId() {
        return HexFormat.of().formatHex(blob, 0, ID_BYTES);
    }

    boolean names(VerifierKey key) {
        return name.equals(key.name()) && keyId().equals(key.id());
    }

    byte[] bytes() {
        return Arrays.copyOfRange(blob, ID_BYTES, blob.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that && name.equals(that.name) && Arrays.equals(blob, that.blob);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(blob);
    }

    @Override
    public String toString() {
        return name + " " + keyId();
    }
}
