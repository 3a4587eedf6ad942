package org.progressledger.ledger;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at bytes as text, without making a text of them. */
final class Utf8 {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    // two characters from U+0800 to U+0FFF, among them all of Thai: 0xE0, then 101xxxxx, then 10xxxxxx
    private static final long TWO_THAI_MASK = 0x0000C0E0FFC0E0FFL;
    private static final long TWO_THAI = 0x000080A0E080A0E0L;
    private static final int TWO_BYTES = (byte) 0xC0 >> 5;
    private static final int THREE_BYTES = (byte) 0xE0 >> 4;
    private static final int FOUR_BYTES = (byte) 0xF0 >> 3;
    private static final int LAST = 0x10FFFF;

    private Utf8() {}

    /** Whether they are UTF-8, each character in its shortest form, without surrogates. */
    static boolean isValid(byte[] bytes, int from, int until) {
        int at = from;
        while (at < until) {
            long eight = at + Long.BYTES <= until ? (long) LONGS.get(bytes, at) : 0;
            if (eight != 0 && (eight & HIGH_BITS) == 0) {
                at += Long.BYTES;
            } else if ((eight & TWO_THAI_MASK) == TWO_THAI) {
                at += 6;
            } else if (bytes[at] >= 0) {
                at++;
            } else {
                int length = lengthAt(bytes, at, until);
                if (length == 0) {
                    return false;
                }
                at += length;
            }
        }
        return true;
    }

    /** How many bytes a character beyond ASCII has; 0 if it is none. */
    private static int lengthAt(byte[] bytes, int at, int until) {
        int first = bytes[at];
        if (first >> 4 == THREE_BYTES && at + 2 < until) { // Thai, for one
            int second = bytes[at + 1];
            int third = bytes[at + 2];
            int character = (first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F;
            boolean follow = (second & 0xC0) == 0x80 && (third & 0xC0) == 0x80;
            boolean isSurrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
            return follow && character >= 0x800 && !isSurrogate ? 3 : 0;
        }
        if (first >> 5 == TWO_BYTES && at + 1 < until) {
            return (first & 0x1E) != 0 && (bytes[at + 1] & 0xC0) == 0x80 ? 2 : 0;
        }
        return first >> 3 == FOUR_BYTES && at + 3 < until ? four(bytes, at) : 0;
    }

    private static int four(byte[] bytes, int at) {
        int character = bytes[at] & 0x07;
        for (int i = 1; i < 4; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
            character = character << 6 | bytes[at + i] & 0x3F;
        }
        return character >= 0x10000 && character <= LAST ? 4 : 0;
    }

    /** Whether it is a valid text that JSON writes as it is, between quotes. */
    static boolean isPlain(byte[] bytes, int from, int until) {
        return firstEscaped(bytes, from, until) == until && isValid(bytes, from, until);
    }

    /** Where the first quote, backslash or control character is; where they end if there is none. */
    static int firstEscaped(byte[] bytes, int from, int until) {
        int at = from;
        while (at + Long.BYTES <= until && !hasEscaped((long) LONGS.get(bytes, at))) {
            at += Long.BYTES;
        }
        while (at < until && !isEscaped(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isEscaped(byte one) {
        return one >= 0 && one < ' ' || one == '"' || one == '\\';
    }

    /** Whether any of eight bytes is one of those: looks at all at once. */
    private static boolean hasEscaped(long eight) {
        long quotes = eight ^ '"' * ONES;
        long backslashes = eight ^ '\\' * ONES;
        long controls = eight - ' ' * ONES & ~eight;
        return ((controls | quotes - ONES & ~quotes | backslashes - ONES & ~backslashes) & HIGH_BITS) != 0;
    }
}
