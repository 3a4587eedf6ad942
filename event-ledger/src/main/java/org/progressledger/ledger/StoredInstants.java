package org.progressledger.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Instants as {@link Rfc3339} writes them. Those of one minute share their beginning, which is kept. Not safe for several threads. */
final class StoredInstants {

    private static final int MINUTE = 60_000;
    private static final int SECOND = 1_000;
    private static final int TO_THE_MINUTE = "2021-02-24T05:00:".length();

    private long minute = Long.MIN_VALUE;
    private byte[] beginning = {};

    /** @param millis since 1970; what is beyond the years 0 to 9999 is unexpected */
    void add(long millis, Scratch to) {
        long of = Math.floorDiv(millis, MINUTE);
        if (of != minute) {
            beginning = beginning(millis);
            minute = of;
        }
        int rest = Math.floorMod(millis, MINUTE);
        to.add(beginning);
        digits(to, rest / SECOND, 10);
        to.add((byte) '.');
        digits(to, rest % SECOND, 100);
        to.add((byte) 'Z');
    }

    private static byte[] beginning(long millis) {
        try {
            byte[] text = Rfc3339.format(Instant.ofEpochMilli(millis)).getBytes(StandardCharsets.US_ASCII);
            return Arrays.copyOf(text, TO_THE_MINUTE);
        } catch (IllegalArgumentException e) {
            throw BsonWalk.Unexpected.HERE;
        }
    }

    private static void digits(Scratch to, int number, int highestPlace) {
        for (int place = highestPlace; place > 0; place /= 10) {
            to.add((byte) ('0' + number / place % 10));
        }
    }
}
