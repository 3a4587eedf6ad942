package org.progressledger.query.readings;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.RecordedEvent;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.asking.Pages;
import org.progressledger.query.readings.ReadingLog.Reading;
import org.springframework.stereotype.Component;

/** Looks up who looked. */
@Component
class ReadingDesk {
    private static final Pattern ID = Pattern.compile("[0-9]{13}-[0-9a-f-]{36}");

    private final ReadingLog log;

    ReadingDesk(ReadingLog log) {
        this.log = log;
    }

    /**
     * Some lines.
     *
     * @param next the id before which the next ones are; null where there are none
     */
    record Found(List<Reading> lines, @Nullable String next) {}

    /**
     * @param from the first day in Bangkok; null for all that are kept
     * @param to the last day; null for none
     * @param before only lines older than the one with this id
     */
    Found find(
            @Nullable String account,
            @Nullable String project,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String before,
            int size) {
        Pages.check(0, size);
        if (before != null && !ID.matcher(before).matches()) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "before"));
        }
        refuseFarAway("from", from);
        refuseFarAway("to", to);
        List<Reading> lines = log.find(
                orNull(account),
                orNull(project),
                from == null ? null : from.atStartOfDay(RecordedEvent.OFFICE).toInstant(),
                to == null
                        ? null
                        : to.plusDays(1).atStartOfDay(RecordedEvent.OFFICE).toInstant(),
                before,
                size + 1);
        return lines.size() <= size
                ? new Found(lines, null)
                : new Found(lines.subList(0, size), lines.get(size - 1).id());
    }

    private static void refuseFarAway(String parameter, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < 1900 || day.getYear() > 9999)) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", parameter));
        }
    }

    private static @Nullable String orNull(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
