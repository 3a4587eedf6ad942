package org.progressledger.ledger.note;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A key that signs notes. Its text is the secret {@code PRIVATE+KEY+<name>+<id>+<base64 of 0x01 and the seed>}, the way Go's
 * {@code sumdb/note} writes it; the verifier key is kept with it, because Java does not compute it from the seed.
 */
public final class SigningKey {

    private static final String PREFIX = "PRIVATE+KEY+";

    private final VerifierKey verifier;
    private final byte[] seed;

    private SigningKey(VerifierKey verifier, byte[] seed) {
        this.verifier = verifier;
        this.seed = seed;
        if (!verifier.verifies("", Ed25519.sign(seed, new byte[0]))) {
            throw new NoteRefused("The secret key does not belong to the verifier key " + verifier);
        }
    }

    /** A new key, made from Java's secure random numbers. */
    public static SigningKey generate(String name) {
        Ed25519.Pair pair = Ed25519.generate();
        return new SigningKey(new VerifierKey(name, pair.publicKey()), pair.seed());
    }

    /**
     * Reads both halves.
     *
     * @throws NoteRefused if either is malformed, or they do not belong together
     */
    public static SigningKey parse(String secret, String verifierKey) {
        VerifierKey verifier = VerifierKey.parse(verifierKey);
        String head = PREFIX + verifier.name() + "+" + verifier.id() + "+";
        String stripped = secret.strip();
        if (!stripped.startsWith(head)) {
            throw new NoteRefused("Not the secret key of " + verifier);
        }
        byte[] typed;
        try {
            typed = StrictBase64.decode(stripped.substring(head.length()));
        } catch (IllegalArgumentException e) {
            throw new NoteRefused("The secret key of " + verifier + " is not base64"); // and is not to be told
        }
        if (typed.length != 1 + Ed25519.KEY_BYTES || typed[0] != VerifierKey.ED25519) {
            throw new NoteRefused("Not a secret key of type Ed25519: " + verifier.name());
        }
        return new SigningKey(verifier, Arrays.copyOfRange(typed, 1, typed.length));
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** The secret, as {@link #parse} reads it. */
    public String secret() {
        return PREFIX + verifier.name() + "+" + verifier.id() + "+" + StrictBase64.encode(VerifierKey.typed(seed));
    }

    /** A signature line for a text, its newline included. */
    String line(String text) {
        byte[] signature = Ed25519.sign(seed, text.getBytes(StandardCharsets.UTF_8));
        byte[] blob = Arrays.copyOf(verifier.idBytes(), 4 + signature.length);
        System.arraycopy(signature, 0, blob, 4, signature.length);
        return "\u2014 " + verifier.name() + " " + StrictBase64.encode(blob) + "\n";
    }

    /** Names the key and keeps its secret. */
    @Override
    public String toString() {
        return "signing key of " + verifier;
    }
}
