package org.progressledger.projectledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that wraps every person's key and seals the printouts. It lives in a file of its own, never in the database.
 *
 * <p>AES-256-GCM (NIST SP 800-38D) with random 96-bit nonces; the purpose is bound in as associated data.
 */
public final class MasterKey {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private MasterKey(byte[] key) {
        this.key = key.clone();
    }

    /**
     * The key in the file: 32 bytes, base64.
     *
     * @throws IllegalStateException if the file is missing, unreadable or holds something else
     */
    public static MasterKey load(Path file) {
        try {
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length != KEY_BYTES) {
                throw new IllegalStateException("The master key file " + file + " does not hold 32 bytes in base64");
            }
            return new MasterKey(key);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException("The master key file " + file + " cannot be read", unreadable);
        }
    }

    /** The key in the file, which is made if it is missing, readable by its owner only. Safe when two start at once. */
    public static MasterKey loadOrMake(Path file) {
        if (Files.notExists(file)) {
            make(file);
        }
        return load(file);
    }

    private static void make(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(
                    folder,
                    "master",
                    ".key",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    fresh, Base64.getEncoder().encodeToString(randomBytes(KEY_BYTES)) + "\n", StandardOpenOption.SYNC);
            try {
                // a link fails if the name is taken: the first of two starters wins, whole
                Files.createLink(file, fresh);
            } catch (FileAlreadyExistsException anotherWasFirst) {
                // its key is the one to load
            } finally {
                Files.delete(fresh);
            }
        } catch (IOException notWritable) {
            throw new UncheckedIOException("The master key file " + file + " cannot be written", notWritable);
        }
    }

    /** A key for tests and tools that keep nothing. */
    public static MasterKey random() {
        return new MasterKey(randomBytes(KEY_BYTES));
    }

    static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Nonce and ciphertext; opened only with the same purpose. */
    public byte[] seal(byte[] clear, String purpose) {
        return seal(key, clear, purpose);
    }

    /** @throws IllegalStateException if the bytes were not sealed with this key for this purpose */
    public byte[] open(byte[] sealed, String purpose) {
        return open(key, sealed, purpose);
    }

    static byte[] seal(byte[] key, byte[] clear, String purpose) {
        try {
            byte[] nonce = randomBytes(NONCE_BYTES);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, purpose).doFinal(clear);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] open(byte[] key, byte[] sealed, String purpose) {
        if (sealed.length < NONCE_BYTES) {
            throw new IllegalStateException("Too short to be sealed data");
        }
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, purpose)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException other) {
            throw new IllegalStateException("Sealed with another key, for another purpose, or changed since", other);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** HMAC-SHA-256 under a key derived for the purpose: the same text gives the same, and tells nothing of it. */
    public String fingerprint(String purpose, String text) {
        return HexFormat.of().formatHex(hmac(hmac(key, purpose), text));
    }

    /** A key of 32 bytes for another purpose, from which this one cannot be found: HMAC-SHA-256 of the purpose. */
    public byte[] derived(String purpose) {
        return hmac(key, purpose);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "MasterKey[...]";
    }
}
