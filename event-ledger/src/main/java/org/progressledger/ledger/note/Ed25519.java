package org.progressledger.ledger.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Java's Ed25519 with keys as the 32 bytes of RFC 8032. */
final class Ed25519 {

    static final int KEY_BYTES = 32;

    // what stands before the 32 bytes in the encodings of RFC 8410
    private static final byte[] PUBLIC = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] PRIVATE = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final String NAME = "Ed25519";

    /** A key pair, each half in 32 bytes. */
    record Pair(byte[] seed, byte[] publicKey) {}

    private Ed25519() {}

    static Pair generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(NAME).generateKeyPair();
            return new Pair(
                    lastBytes(pair.getPrivate().getEncoded()),
                    lastBytes(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has Ed25519", e);
        }
    }

    static byte[] sign(byte[] seed, byte[] message) {
        try {
            PrivateKey key =
                    KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(joined(PRIVATE, seed)));
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign with this key", e);
        }
    }

    static boolean verifies(byte[] publicKey, byte[] message, byte[] signed) {
        try {
            PublicKey key =
                    KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(joined(PUBLIC, publicKey)));
            Signature signature = Signature.getInstance(NAME);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // no point of the curve, or a signature of a wrong length
        }
    }

    private static byte[] lastBytes(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    }

    private static byte[] joined(byte[] head, byte[] key) {
        byte[] joined = Arrays.copyOf(head, head.length + key.length);
        System.arraycopy(key, 0, joined, head.length, key.length);
        return joined;
    }
}
