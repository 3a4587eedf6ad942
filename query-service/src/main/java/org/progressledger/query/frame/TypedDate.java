package org.progressledger.query.frame;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;

/** A date as a person types it: {@code 30/08/2564}, {@code 30/8/2021} or {@code 2021-08-30}, in Thai digits, too. */
public final class TypedDate {
    private static final int FIRST_BUDDHIST_YEAR = 2400;
    private static final int BUDDHIST_ERA = 543;
    private static final Pattern TYPED = Pattern.compile(
            "(\\p{Nd}{1,2})[/.-](\\p{Nd}{1,2})[/.-](\\p{Nd}{4})|(\\p{Nd}{4})-(\\p{Nd}{2})-(\\p{Nd}{2})");

    private TypedDate() {}

    /**
     * @return null where nothing was typed
     * @throws ProblemException INVALID_PARAMETER for what is no day
     */
    public static @Nullable LocalDate of(String parameter, String typed) {
        if (typed.isBlank()) {
            return null;
        }
        Matcher date = TYPED.matcher(typed.strip());
        if (date.matches()) {
            boolean iso = date.group(4) != null;
            int year = Integer.parseInt(date.group(iso ? 4 : 3));
            try {
                return LocalDate.of(
                        year >= FIRST_BUDDHIST_YEAR ? year - BUDDHIST_ERA : year,
                        Integer.parseInt(date.group(iso ? 5 : 2)),
                        Integer.parseInt(date.group(iso ? 6 : 1)));
            } catch (DateTimeException noSuchDay) {
                // told below
            }
        }
        throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", parameter));
    }
}
