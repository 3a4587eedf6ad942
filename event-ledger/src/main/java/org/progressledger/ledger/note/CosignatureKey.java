package org.progressledger.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The public half of a key by which somebody else, such as a witness, signs our checkpoints together with the time.
 * c2sp.org/tlog-cosignature, the kind with Ed25519 (type 0x04).
 */
public final class CosignatureKey {

    private static final byte TIMED_ED25519 = 4;
    private static final int TIME_BYTES = 8;
    private static final int SIGNATURE_BYTES = 64;

    private final String name;
    private final byte[] typed;
    private final String id;

    private CosignatureKey(String name, byte[] typed) {
        this.name = name;
        this.typed = typed;
        this.id = HexFormat.of().formatHex(VerifierKey.idOf(name, typed));
    }

    /**
     * Reads a key as {@code <name>+<key id in hex>+<base64 of 0x04 and the key>}.
     *
     * @throws NoteRefused if it is not such a key with the id that belongs to it
     */
    public static CosignatureKey parse(String text) {
        String[] fields = text.strip().split("\\+", 3); // base64 may hold a plus as well
        if (fields.length != 3) {
            throw new NoteRefused("A cosigner's key is <name>+<id>+<base64>");
        }
        VerifierKey.requireName(fields[0]);
        byte[] typed = VerifierKey.decoded(fields[2]);
        if (typed.length != 1 + Ed25519.KEY_BYTES || typed[0] != TIMED_ED25519) {
            throw new NoteRefused("Not a cosigner's key of type Ed25519 (0x04): " + fields[0]);
        }
        CosignatureKey key = new CosignatureKey(fields[0], typed);
        if (!key.id.equals(fields[1])) {
            throw new NoteRefused("Another id belongs to the cosigner's key " + fields[0]);
        }
        return key;
    }

    /** Who cosigns. */
    public String name() {
        return name;
    }

    /** The four bytes by which signature lines name this key, in lower-case hex. */
    public String id() {
        return id;
    }

    boolean names(NoteSignature signature) {
        return name.equals(signature.name()) && id.equals(signature.keyId());
    }

    /**
     * When the text was cosigned by this key.
     *
     * @param text the whole text of the note
     * @return nothing if the signature is not of this text and time by this key
     */
    Optional<Instant> cosignedAt(String text, NoteSignature signature) {
        byte[] timed = signature.bytes();
        if (timed.length != TIME_BYTES + SIGNATURE_BYTES) {
            return Optional.empty();
        }
        long seconds = ByteBuffer.wrap(timed).getLong();
        if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
            return Optional.empty();
        }
        byte[] message = "cosignature/v1\ntime %s\n%s".formatted(seconds, text).getBytes(StandardCharsets.UTF_8);
        byte[] key = Arrays.copyOfRange(typed, 1, typed.length);
        return Ed25519.verifies(key, message, Arrays.copyOfRange(timed, TIME_BYTES, timed.length))
                ? Optional.of(Instant.ofEpochSecond(seconds))
                : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CosignatureKey key && name.equals(key.name) && Arrays.equals(typed, key.typed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(typed);
    }

    /** The key as {@link #parse} reads it. */
    @Override
    public String toString() {
        return name + "+" + id + "+" + StrictBase64.encode(typed);
    }
}
