package org.progressledger.ledger;

import java.util.Arrays;

/**
 * Looks whether bytes are an object as {@link CanonicalJson} writes it. Says yes only to what it writes, and no also to some of that:
 * to names beyond ASCII, to numbers of more than 15 digits, to what is nested deep, to rare escapes. Not safe for several threads.
 */
final class CanonicalBytes {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NAME = 1_000;
    private static final int MAX_DIGITS = 15;
    private static final int NO = -1;
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private final byte[] bytes;
    private final int until;

    /** @param bytes valid UTF-8 */
    private CanonicalBytes(byte[] bytes, int until) {
        this.bytes = bytes;
        this.until = until;
    }

    /** @param from where the object begins in valid UTF-8; @param until where it has to end */
    static boolean isObject(byte[] bytes, int from, int until) {
        return from < until && bytes[from] == '{' && new CanonicalBytes(bytes, until).object(from, 0) == until;
    }

    private int at(int at) {
        return at >= 0 && at < until ? bytes[at] : NO;
    }

    /** Each of these gives where it ends, or a negative number if it is none. */
    private int value(int from, int depth) {
        if (depth > MAX_DEPTH) {
            return NO;
        }
        return switch (at(from)) {
            case '"' -> text(from);
            case '{' -> object(from, depth);
            case '[' -> list(from, depth);
            case 't' -> word(from, TRUE);
            case 'f' -> word(from, FALSE);
            default -> number(from);
        };
    }

    private int object(int from, int depth) {
        if (at(from + 1) == '}') {
            return from + 2;
        }
        int at = from;
        int before = -1;
        int beforeEnd = -1;
        do {
            int name = at + 1;
            int end = name(name);
            if (end < 0 || at(end) != ':' || before >= 0 && !follows(before, beforeEnd, name, end)) {
                return NO;
            }
            before = name;
            beforeEnd = end;
            at = value(end + 1, depth + 1);
        } while (at(at) == ',');
        return at(at) == '}' ? at + 1 : NO;
    }

    /** Where the name is ASCII its bytes sort as UTF-16 does. */
    private boolean follows(int before, int beforeEnd, int name, int end) {
        return Arrays.compareUnsigned(bytes, before + 1, beforeEnd - 1, bytes, name + 1, end - 1) < 0;
    }

    private int name(int from) {
        if (at(from) != '"') {
            return NO;
        }
        int most = Math.min(until, from + MAX_NAME);
        for (int at = from + 1; at < most; at++) {
            byte one = bytes[at];
            if (one == '"') {
                return at + 1;
            }
            if (one < ' ' || one == '\\') { // bytes beyond ASCII are negative
                return NO;
            }
        }
        return NO;
    }

    private int list(int from, int depth) {
        if (at(from + 1) == ']') {
            return from + 2;
        }
        int at = from;
        do {
            at = value(at + 1, depth + 1);
        } while (at(at) == ',');
        return at(at) == ']' ? at + 1 : NO;
    }

    private int text(int from) {
        int at = Utf8.firstEscaped(bytes, from + 1, until);
        while (at(at) == '\\' && "\"\\bfnrt".indexOf(at(at + 1)) >= 0) {
            at = Utf8.firstEscaped(bytes, at + 2, until);
        }
        return at(at) == '"' ? at + 1 : NO;
    }

    private int number(int from) {
        int first = at(from) == '-' ? from + 1 : from;
        int at = first;
        while (at(at) >= '0' && at(at) <= '9') {
            at++;
        }
        boolean isLone = at - first == 1;
        boolean isZero = at(first) == '0';
        return at == first || at - first > MAX_DIGITS || isZero && (!isLone || first > from) ? NO : at;
    }

    private int word(int from, byte[] word) {
        int end = from + word.length;
        return end <= until && Arrays.equals(bytes, from, end, word, 0, word.length) ? end : NO;
    }
}
