package org.progressledger.query.asof;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.RecordedEvent;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.asking.Points;
import org.progressledger.query.asking.Points.Point;
import org.progressledger.query.frame.TypedDate;

/**
 * Reads two points of time as a person typed them. What is not typed is today, or now; a day of recording means its end, a
 * minute or a second likewise.
 */
final class TypedPoints {
    private static final Pattern WITH_TIME =
            Pattern.compile("(\\S+)[ T]+(\\p{Nd}{1,2})[:.](\\p{Nd}{2})(?:[:.](\\p{Nd}{2}))?(?: ?น\\.?)?");

    private final Instant now;
    private final LocalDate today;
    private final Map<String, String> problems = new LinkedHashMap<>();

    private TypedPoints(Instant now) {
        this.now = now;
        this.today = LocalDate.ofInstant(now, RecordedEvent.OFFICE);
    }

    /** The fields as they were typed: the first point, and the one that it is compared with. */
    record Typed(String happened, String recorded, String toHappened, String toRecorded) {
        boolean nothing() {
            return (happened + recorded + toHappened + toRecorded).isBlank();
        }
    }

    /**
     * What was read.
     *
     * @param problems by field, the key of what is wrong with it; the points are null where there are any
     */
    record Asked(@Nullable Point from, @Nullable Point to, Map<String, String> problems) {}

    static Asked read(Typed typed, Instant now) {
        return new TypedPoints(now).asked(typed);
    }

    private Asked asked(Typed typed) {
        LocalDate happened = day("happened", typed.happened());
        Instant recorded = instant("recorded", typed.recorded());
        LocalDate toHappened = day("toHappened", typed.toHappened());
        Instant toRecorded = instant("toRecorded", typed.toRecorded());
        if (problems.isEmpty() && happened.isAfter(toHappened)) {
            problems.put("toHappened", "asof.order");
        }
        if (problems.isEmpty() && recorded.isAfter(toRecorded)) {
            problems.put("toRecorded", "asof.order");
        }
        return problems.isEmpty()
                ? new Asked(new Point(happened, recorded), new Point(toHappened, toRecorded), Map.of())
                : new Asked(null, null, problems);
    }

    private LocalDate day(String field, String typed) {
        try {
            LocalDate day = TypedDate.of(field, typed);
            if (day == null) {
                return today;
            }
            if (day.isAfter(today)) {
                problems.put(field, "asof.future");
            }
            return Points.inRange(field, day);
        } catch (ProblemException notADay) {
            problems.put(field, "asof.notADate");
            return today;
        }
    }

    private Instant instant(String field, String typed) {
        if (typed.isBlank()) {
            return now;
        }
        Matcher timed = WITH_TIME.matcher(typed.strip());
        try {
            if (!timed.matches()) {
                LocalDate day = day(field, typed);
                return notAfterNow(day.plusDays(1)
                        .atStartOfDay(RecordedEvent.OFFICE)
                        .toInstant()
                        .minusMillis(1));
            }
            boolean toTheSecond = timed.group(4) != null;
            LocalTime time = LocalTime.of(
                    Integer.parseInt(timed.group(2)),
                    Integer.parseInt(timed.group(3)),
                    toTheSecond ? Integer.parseInt(timed.group(4)) : 0);
            Instant begun = day(field, timed.group(1))
                    .atTime(time)
                    .atZone(RecordedEvent.OFFICE)
                    .toInstant();
            if (begun.isAfter(now)) {
                problems.putIfAbsent(field, "asof.future");
            }
            return notAfterNow(begun.plusSeconds(toTheSecond ? 1 : 60).minusMillis(1));
        } catch (DateTimeException noSuchTime) {
            problems.put(field, "asof.notADate");
            return now;
        }
    }

    private Instant notAfterNow(Instant asked) {
        return asked.isAfter(now) ? now : asked;
    }
}
