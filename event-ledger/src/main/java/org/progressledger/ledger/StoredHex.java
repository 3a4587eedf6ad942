package org.progressledger.ledger;

import java.util.Arrays;

/** SHA-256 digests and salts as 64 lower-case hexadecimal digits, where they stand in a stored document. */
final class StoredHex {

    static final int DIGITS = 64;
    private static final byte[] VALUES = new byte[256];
    private static final byte[] NAMES = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < NAMES.length; i++) {
            VALUES[NAMES[i]] = (byte) i;
        }
    }

    private StoredHex() {}

    /** Reads 32 bytes; false if they are not written so. */
    static boolean read(StoredBytes text, byte[] into) {
        if (text.length() != DIGITS) {
            return false;
        }
        byte[] bytes = text.bytes();
        int bad = 0;
        for (int i = 0, at = text.from(); i < DIGITS / 2; i++, at += 2) {
            int high = VALUES[bytes[at] & 0xFF];
            int low = VALUES[bytes[at + 1] & 0xFF];
            bad |= high | low;
            into[i] = (byte) (high << 4 | low);
        }
        return bad >= 0;
    }

    /** Whether a text is what 32 bytes are written as. */
    static boolean is(StoredBytes text, byte[] digest) {
        if (text.length() != DIGITS) {
            return false;
        }
        byte[] bytes = text.bytes();
        int differing = 0;
        for (int i = 0, at = text.from(); i < DIGITS / 2; i++, at += 2) {
            differing |= bytes[at] ^ NAMES[digest[i] >> 4 & 15];
            differing |= bytes[at + 1] ^ NAMES[digest[i] & 15];
        }
        return differing == 0;
    }
}
