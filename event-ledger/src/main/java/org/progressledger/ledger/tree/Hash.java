package org.progressledger.ledger.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.progressledger.ledger.note.StrictBase64;

/** A SHA-256 in a Merkle tree of RFC 6962: of a leaf, of two subtrees, or of an empty tree. */
public final class Hash {

    /** How many bytes it has. */
    public static final int BYTES = 32;

    private static final Hash EMPTY = new Hash(sha256().digest());

    private static final ThreadLocal<MessageDigest> DIGEST =
            ThreadLocal.withInitial(Hash::sha256); // to look one up takes long

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash of a log entry: SHA-256 of a zero byte and the entry. */
    public static Hash ofLeaf(byte[] entry) {
        MessageDigest digest = DIGEST.get();
        digest.update((byte) 0);
        return new Hash(digest.digest(entry));
    }

    /** The hash of two subtrees: SHA-256 of a one byte, the left and the right one. */
    public static Hash ofNode(Hash left, Hash right) {
        MessageDigest digest = DIGEST.get();
        digest.update((byte) 1);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /** The root of a tree without leaves: SHA-256 of nothing. */
    public static Hash ofEmptyTree() {
        return EMPTY;
    }

    /**
     * Those 32 bytes as a hash.
     *
     * @throws IllegalArgumentException if they are not 32
     */
    public static Hash of(byte[] bytes) {
        return at(bytes, 0, bytes.length);
    }

    /** @throws IllegalArgumentException if it is not the base64 of 32 bytes */
    public static Hash fromBase64(String text) {
        return of(StrictBase64.decode(text));
    }

    /** @throws IllegalArgumentException if it is not the hex of 32 bytes */
    public static Hash fromHex(String text) {
        return of(HexFormat.of().parseHex(text));
    }

    static Hash at(byte[] tile, int from, int until) {
        if (until - from != BYTES) {
            throw new IllegalArgumentException("A hash has 32 bytes, not " + (until - from));
        }
        return new Hash(Arrays.copyOfRange(tile, from, until));
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    void copyTo(byte[] tile, int from) {
        System.arraycopy(bytes, 0, tile, from, BYTES);
    }

    /** As checkpoints and proofs write it. */
    public String base64() {
        return StrictBase64.encode(bytes);
    }

    /** In lower case, as {@code leafHash} is stored. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
