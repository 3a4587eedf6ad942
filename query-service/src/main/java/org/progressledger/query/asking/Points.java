package org.progressledger.query.asking;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.RecordedEvent;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.springframework.stereotype.Component;

/** Reads points of time from a request. */
@Component
public class Points {
    /** The years of {@link org.progressledger.events.FiscalYear}: a Buddhist year typed where ISO is meant is noticed. */
    private static final LocalDate EARLIEST = LocalDate.of(1931, 10, 1);

    private static final LocalDate LATEST = LocalDate.of(2157, 9, 30);

    private final InstantSource clock;

    Points(InstantSource clock) {
        this.clock = clock;
    }

    /** What was known at an instant about the world on a day. */
    public record Point(LocalDate happenedOn, Instant recordedAt) {}

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), RecordedEvent.OFFICE);
    }

    /** @throws ProblemException for what is no Buddhist year of a form */
    public int fiscalYear(String parameter, int given) {
        try {
            return FiscalYear.of(given).buddhistYear();
        } catch (IllegalArgumentException notOne) {
            throw wrong(parameter);
        }
    }

    /** The same of digits. */
    public int typedYear(String parameter, String digits) {
        try {
            return fiscalYear(parameter, Integer.parseInt(digits));
        } catch (NumberFormatException notOne) {
            throw wrong(parameter);
        }
    }

    /** A day on which something happened; today where none is given. */
    public LocalDate happenedOn(String parameter, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return today();
        }
        try {
            return inRange(parameter, LocalDate.parse(given));
        } catch (DateTimeException notOne) {
            throw wrong(parameter);
        }
    }

    /** @throws ProblemException for a day outside the years that a form may have */
    public static LocalDate inRange(String parameter, LocalDate day) {
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw wrong(parameter);
        }
        return day;
    }

    /** An instant of recording; a date means the end of that day in Bangkok, nothing means now. */
    public Instant recordedAt(String parameter, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return clock.instant();
        }
        try {
            return given.length() == 10
                    ? endOf(inRange(parameter, LocalDate.parse(given)))
                    : OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeException notOne) {
            throw wrong(parameter);
        }
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(RecordedEvent.OFFICE).toInstant().minusMillis(1);
    }

    public static ProblemException wrong(String parameter) {
        return new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", parameter));
    }
}
