package org.progressledger.query.periods;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.RecordedEvent;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.asking.Points;

/**
 * The day and the year of a question, checked.
 *
 * @param today whether the day is today
 */
record Asked(LocalDate on, boolean today, FiscalYear year) {
    /**
     * @param on default today
     * @param fiscalYear default the year in which the day lies
     */
    static Asked of(@Nullable LocalDate on, @Nullable Integer fiscalYear, InstantSource clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), RecordedEvent.OFFICE);
        LocalDate day = on == null ? today : Points.inRange("on", on);
        return new Asked(day, day.equals(today), fiscalYear == null ? FiscalYear.containing(day) : year(fiscalYear));
    }

    private static FiscalYear year(int given) {
        try {
            return FiscalYear.of(given);
        } catch (IllegalArgumentException notOne) {
            throw refused("fiscalYear");
        }
    }

    /** The constant that is named in small letters. */
    static <E extends Enum<E>> E named(String given, Class<E> words, String parameter) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().toLowerCase(Locale.ROOT).equals(given))
                .findFirst()
                .orElseThrow(() -> refused(parameter));
    }

    static void require(boolean holds, String parameter) {
        if (!holds) {
            throw refused(parameter);
        }
    }

    private static ProblemException refused(String parameter) {
        return new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", parameter));
    }
}
