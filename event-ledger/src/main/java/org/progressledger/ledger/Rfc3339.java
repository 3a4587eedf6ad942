package org.progressledger.ledger;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** An instant as the ledger hashes it: UTC, exactly three decimals, {@code Z}. */
final class Rfc3339 {

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z").plusMillis(1);

    private Rfc3339() {}

    static String format(Instant instant) {
        if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
            throw new IllegalArgumentException("Not an instant of the years 0 to 9999: " + instant);
        }
        // by hand, for every event takes it twice, and a formatter takes several times as long
        LocalDateTime at = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(24);
        append(text, at.getYear(), 1000);
        append(text.append('-'), at.getMonthValue(), 10);
        append(text.append('-'), at.getDayOfMonth(), 10);
        append(text.append('T'), at.getHour(), 10);
        append(text.append(':'), at.getMinute(), 10);
        append(text.append(':'), at.getSecond(), 10);
        append(text.append('.'), at.getNano() / 1_000_000, 100);
        return text.append('Z').toString();
    }

    /** A number with leading zeros. */
    private static void append(StringBuilder text, int number, int highestPlace) {
        for (int place = highestPlace; place > 0; place /= 10) {
            text.append((char) ('0' + number / place % 10));
        }
    }
}
