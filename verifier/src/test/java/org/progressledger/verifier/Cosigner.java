package org.progressledger.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.progressledger.ledger.note.CosignatureKey;

/** A witness's key and what it signs, written from c2sp.org/tlog-cosignature. */
public final class Cosigner {
    private static final long NOW = 1_795_647_096L;
    private final String name;
    private final KeyPair pair;
    private final byte[] typed = new byte[33];

    public Cosigner(String name) {
        this.name = name;
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        byte[] encoded = pair.getPublic().getEncoded();
        typed[0] = 4;
        System.arraycopy(encoded, encoded.length - 32, typed, 1, 32);
    }

    public CosignatureKey key() {
        String id = HexFormat.of().formatHex(id());
        return CosignatureKey.parse(name + "+" + id + "+" + Base64.getEncoder().encodeToString(typed));
    }

    public String name() {
        return name;
    }

    private byte[] id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(typed), 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The line that goes below a note. */
    public String line(String note) {
        String text = note.substring(0, note.indexOf("\n\n") + 1);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(("cosignature/v1\ntime " + NOW + "\n" + text).getBytes(StandardCharsets.UTF_8));
            byte[] signed = signature.sign();
            ByteBuffer blob = ByteBuffer.allocate(4 + 8 + signed.length);
            blob.put(id()).putLong(NOW).put(signed);
            return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(blob.array()) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
