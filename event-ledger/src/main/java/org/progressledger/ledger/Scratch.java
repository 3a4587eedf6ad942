package org.progressledger.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** Bytes that are put together in a buffer that is used again. Not safe for several threads. */
final class Scratch {

    private byte[] bytes = new byte[1 << 10];
    private int size;

    Scratch clear() {
        size = 0;
        return this;
    }

    Scratch add(byte[] from, int at, int length) {
        room(length);
        System.arraycopy(from, at, bytes, size, length);
        size += length;
        return this;
    }

    Scratch add(byte[] text) {
        return add(text, 0, text.length);
    }

    Scratch add(Scratch other) {
        return add(other.bytes, 0, other.size);
    }

    /** A stored text, which needs no escape in JSON. */
    Scratch add(StoredBytes text) {
        return add(text.bytes(), text.from(), text.length());
    }

    Scratch add(byte one) {
        room(1);
        bytes[size++] = one;
        return this;
    }

    /** @param number not negative; in decimal digits */
    Scratch add(long number) {
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        room(digits);
        size += digits;
        long rest = number;
        for (int at = size - 1; digits > 0; digits--) {
            bytes[at--] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return this;
    }

    int size() {
        return size;
    }

    void addTo(MessageDigest hash) {
        hash.update(bytes, 0, size);
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }

    /** Whether other bytes begin with these. */
    boolean begins(byte[] other, int from, int length) {
        return length >= size && Arrays.equals(bytes, 0, size, other, from, from + size);
    }

    /** Whether other bytes are these. */
    boolean is(StoredBytes other) {
        return other.length() == size && begins(other.bytes(), other.from(), size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }
}
