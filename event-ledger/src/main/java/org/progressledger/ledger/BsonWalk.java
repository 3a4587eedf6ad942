package org.progressledger.ledger;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bson.BsonType;

/**
 * Goes through the bytes of a BSON document field by field, where it is known which comes next. Whatever is otherwise ends it with
 * {@link Unexpected}, which is no verdict: somebody who takes his time has to look.
 */
final class BsonWalk {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LEAST_DOCUMENT = 5;

    private final byte[] bytes;
    private int at;
    private int end;

    /** A document is not what was expected. */
    static final class Unexpected extends RuntimeException {
        private static final long serialVersionUID = 1;
        static final Unexpected HERE = new Unexpected();

        private Unexpected() {
            super("not as a ledger writes it", null, false, false);
        }
    }

    /** The name of a field with its type before and the zero after it, as it stands in a document. */
    static byte[] field(BsonType type, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        byte[] field = new byte[text.length + 2];
        field[0] = (byte) type.getValue();
        System.arraycopy(text, 0, field, 1, text.length);
        return field;
    }

    BsonWalk(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.at = from;
        this.end = from + length;
        enter();
        require(end == from + length);
    }

    static void require(boolean expected) {
        if (!expected) {
            throw Unexpected.HERE;
        }
    }

    /** Into the document or array that begins here; gives the end of the one around it, for {@link #leave}. */
    int enter() {
        int around = end;
        require(at + LEAST_DOCUMENT <= end);
        int length = (int) INTS.get(bytes, at);
        require(length >= LEAST_DOCUMENT && length <= end - at);
        end = at + length;
        at += Integer.BYTES;
        return around;
    }

    /** Out of a document that ends here. */
    void leave(int around) {
        require(isOver() && bytes[at] == 0);
        at++;
        end = around;
    }

    /** The whole document has to end here. */
    void end() {
        leave(end);
    }

    boolean isOver() {
        return at == end - 1;
    }

    boolean isNext(byte[] field) {
        int until = at + field.length;
        return until < end && Arrays.equals(bytes, at, until, field, 0, field.length);
    }

    void name(byte[] field) {
        require(isNext(field));
        at += field.length;
    }

    /** The next element of an array, whose name is its index. */
    void element(BsonType type, int index) {
        require(at < end && bytes[at] == type.getValue());
        at++;
        int highest = 1;
        while (highest <= index / 10) {
            highest *= 10;
        }
        for (int place = highest; place > 0; place /= 10) {
            require(at < end && bytes[at] == '0' + index / place % 10);
            at++;
        }
        require(at < end && bytes[at] == 0);
        at++;
    }

    long number(byte[] field) {
        name(field);
        require(at + Long.BYTES < end);
        long number = (long) LONGS.get(bytes, at);
        at += Long.BYTES;
        return number;
    }

    StoredBytes text(byte[] field) {
        name(field);
        return text();
    }

    StoredBytes text() {
        require(at + Integer.BYTES < end);
        int length = (int) INTS.get(bytes, at) - 1;
        int from = at + Integer.BYTES;
        require(length >= 0 && length < end - from - 1 && bytes[from + length] == 0);
        at = from + length + 1;
        return new StoredBytes(bytes, from, length);
    }

    /** A text that JSON writes as it is. */
    StoredBytes plain(byte[] field) {
        StoredBytes text = text(field);
        require(Utf8.isPlain(bytes, text.from(), text.from() + text.length()));
        return text;
    }

    /** A document or array of that name; see {@link #enter}. */
    int enter(byte[] field) {
        name(field);
        return enter();
    }
}
