package org.progressledger.query.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.progressledger.problems.Language;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.frame.TypedDate;

/**
 * Between what people type and what a command's body holds. What cannot be read is sent as it was typed: the command service
 * says in its own words what is wrong with it.
 */
public final class Typed {
    private static final int BUDDHIST_ERA = 543;
    private static final BigDecimal FIRST_COMMON_YEAR = BigDecimal.valueOf(1900);
    private static final BigDecimal LAST_COMMON_YEAR = BigDecimal.valueOf(2399);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");

    private Typed() {}

    /** The day as it is typed: {@code 30/08/2564} in Thai, {@code 30/08/2021} in English. */
    public static String day(LocalDate day, Language language) {
        int year = day.getYear() + (language == Language.TH ? BUDDHIST_ERA : 0);
        return String.format(Locale.ROOT, "%02d/%02d/%04d", day.getDayOfMonth(), day.getMonthValue(), year);
    }

    /** What is sent for what was typed, which is not blank. */
    static Object sent(Field.Kind kind, String typed) {
        return switch (kind) {
            case DAY -> day(typed);
            case NUMBER -> number(typed);
            case YEAR -> year(typed);
            case LINE, TEXT, CHOICE, SELECT -> typed;
        };
    }

    /** Whether both mean the same: {@code 1,000} and {@code 1000.00} do. */
    static boolean same(Field.Kind kind, String one, String other) {
        Object first = sent(kind, one.strip());
        Object second = sent(kind, other.strip());
        return first instanceof BigDecimal number && second instanceof BigDecimal another
                ? number.compareTo(another) == 0
                : first.equals(second);
    }

    private static String day(String typed) {
        try {
            LocalDate day = TypedDate.of("", typed);
            return day == null ? typed : day.toString();
        } catch (ProblemException noDay) {
            return typed;
        }
    }

    /** Nobody reports of the common era's 25th century, or of the Buddhist era's 20th. */
    private static Object year(String typed) {
        return number(typed) instanceof BigDecimal year
                        && year.compareTo(FIRST_COMMON_YEAR) >= 0
                        && year.compareTo(LAST_COMMON_YEAR) <= 0
                ? year.add(BigDecimal.valueOf(BUDDHIST_ERA))
                : number(typed);
    }

    private static Object number(String typed) {
        StringBuilder digits = new StringBuilder();
        typed.strip().codePoints().forEach(point -> {
            if (Character.isDigit(point)) {
                digits.append(Character.digit(point, 10));
            } else if (point == '\u2212') {
                digits.append('-');
            } else if (point != ',') {
                digits.appendCodePoint(point);
            }
        });
        return NUMBER.matcher(digits).matches() ? new BigDecimal(digits.toString()) : typed;
    }
}
