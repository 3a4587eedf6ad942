package org.progressledger.ledger.note;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The public half of a key that signs notes, as {@code <name>+<key id in hex>+<base64 of 0x01 and the key>}, the way Go's
 * {@code sumdb/note} writes it.
 *
 * <p>Only Ed25519 keys (type 0x01) are known; a cosignature's key (0x04) is refused, for it signs something else: see {@link
 * CosignatureKey}.
 */
public final class VerifierKey {

    /** Signature type of plain Ed25519 notes. */
    static final byte ED25519 = 1;

    private final String name;
    private final byte[] publicKey;
    private final byte[] id;

    VerifierKey(String name, byte[] publicKey) {
        requireName(name);
        if (publicKey.length != Ed25519.KEY_BYTES) {
            throw new NoteRefused("A public key has 32 bytes, not " + publicKey.length);
        }
        this.name = name;
        this.publicKey = publicKey.clone();
        this.id = idOf(name, typed(publicKey));
    }

    /**
     * Reads a verifier key; white space around it is no part of it.
     *
     * @throws NoteRefused if it is not a verifier key of type Ed25519 with the id that belongs to it
     */
    public static VerifierKey parse(String text) {
        String[] fields = text.strip().split("\\+", 3); // base64 may hold a plus as well
        if (fields.length != 3) {
            throw new NoteRefused("A verifier key is <name>+<id>+<base64>");
        }
        byte[] typed = decoded(fields[2]);
        if (typed.length != 1 + Ed25519.KEY_BYTES || typed[0] != ED25519) {
            throw new NoteRefused("Not a verifier key of type Ed25519: " + fields[0]);
        }
        VerifierKey key = new VerifierKey(fields[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.toString().equals(text.strip())) {
            throw new NoteRefused("Another id belongs to the verifier key " + fields[0]);
        }
        return key;
    }

    /** Whose key it is; for a log its origin. */
    public String name() {
        return name;
    }

    /** The four bytes by which signature lines name this key, in lower-case hex. */
    public String id() {
        return HexFormat.of().formatHex(id);
    }

    byte[] idBytes() {
        return id.clone();
    }

    /** Whether the signature over the text was made with this key. */
    boolean verifies(String text, byte[] signature) {
        return Ed25519.verifies(publicKey, text.getBytes(StandardCharsets.UTF_8), signature);
    }

    static byte[] typed(byte[] key) {
        byte[] typed = new byte[1 + key.length];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, key.length);
        return typed;
    }

    static byte[] decoded(String base64) {
        try {
            return StrictBase64.decode(base64);
        } catch (IllegalArgumentException e) {
            throw new NoteRefused("Not base64: " + base64, e);
        }
    }

    static void requireName(String name) {
        if (name.isEmpty()
                || name.codePoints().anyMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            throw new NoteRefused("A key's name is not empty and has neither spaces nor plus signs: " + name);
        }
    }

    static byte[] idOf(String name, byte[] typed) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(typed), 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && name.equals(key.name) && Arrays.equals(publicKey, key.publicKey);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(publicKey);
    }

    /** The key as {@link #parse} reads it. */
    @Override
    public String toString() {
        return name + "+" + id() + "+" + StrictBase64.encode(typed(publicKey));
    }
}
