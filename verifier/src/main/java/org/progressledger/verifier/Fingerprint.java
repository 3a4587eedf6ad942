package org.progressledger.verifier;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/** What is kept of a text to find it when it comes again. */
record Fingerprint(long one, long two) {

    /**
     * Makes fingerprints: two polynomials over the integers modulo 2^61 - 1, at points that nobody knows beforehand. The same text always
     * has the same; two texts of n bytes that were chosen before have the same with a chance of at most (n / 2^63)^2. Safe for
     * many threads.
     */
    static final class Maker {
        private static final VarHandle LONGS =
                MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
        private static final long PRIME = (1L << 61) - 1;
        private static final int WORD = 7; // bytes, so that it is below the prime
        private static final long WORD_BITS = (1L << 8 * WORD) - 1;
        private final long pointOne;
        private final long pointTwo;

        Maker() {
            SecureRandom random = new SecureRandom();
            pointOne = random.nextLong(1, PRIME);
            pointTwo = random.nextLong(1, PRIME);
        }

        Fingerprint of(byte[] bytes, int from, int length) {
            long one = length;
            long two = length;
            int end = from + length;
            for (int at = from; at < end; at += WORD) {
                long word = word(bytes, at, end);
                one = next(one, pointOne, word);
                two = next(two, pointTwo, word);
            }
            return new Fingerprint(spread(one), spread(two));
        }

        /** Neighbouring numbers become distant ones, and no two the same: they are looked for by their bits. */
        private static long spread(long number) {
            long mixed = (number ^ (number >>> 31)) * 0xBF58476D1CE4E5B9L;
            return mixed ^ (mixed >>> 29);
        }

        private static long word(byte[] bytes, int at, int end) {
            if (at + Long.BYTES <= end) {
                return (long) LONGS.get(bytes, at) & WORD_BITS;
            }
            long word = 0;
            for (int i = Math.min(at + WORD, end) - 1; i >= at; i--) {
                word = word << 8 | bytes[i] & 0xFF;
            }
            return word;
        }

        private static long next(long sum, long point, long word) {
            long low = sum * point;
            long high = Math.multiplyHigh(sum, point) << 3 | low >>> 61;
            return reduced(reduced((low & PRIME) + high) + word);
        }

        private static long reduced(long number) {
            return number >= PRIME ? number - PRIME : number;
        }
    }
}
