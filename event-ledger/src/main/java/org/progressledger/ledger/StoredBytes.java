package org.progressledger.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text where it stands in a stored document, in UTF-8.
 *
 * @param bytes of the whole document; not to be changed
 * @param from where it begins
 * @param length in bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record StoredBytes(byte[] bytes, int from, int length) {

    static final StoredBytes NONE = new StoredBytes(new byte[0], 0, 0);

    boolean is(byte[] other) {
        return Arrays.equals(bytes, from, from + length, other, 0, other.length);
    }

    boolean is(StoredBytes other) {
        return Arrays.equals(bytes, from, from + length, other.bytes, other.from, other.from + other.length);
    }

    @Override
    public String toString() {
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }
}
