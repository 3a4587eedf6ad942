package org.progressledger.query.importreview;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.progressledger.problems.Language;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.TypedDate;

/** Days as the paper's facts hold them, as they are read, and as they are typed. */
final class Days {
    private static final int BUDDHIST_ERA = 543;

    private Days() {}

    /** {@code 22 ก.ย. 2564}; what is no day stays as it is. */
    static String written(String iso, Frame frame) {
        LocalDate day = parsed(iso);
        return day == null ? iso : Figures.day(day, frame.language()).shown();
    }

    /** {@code 22/09/2564} in Thai, {@code 22/09/2021} in English. */
    static String typed(String iso, Language language) {
        LocalDate day = parsed(iso);
        return day == null
                ? iso
                : String.format(
                        Locale.ROOT,
                        "%02d/%02d/%d",
                        day.getDayOfMonth(),
                        day.getMonthValue(),
                        day.getYear() + (language == Language.TH ? BUDDHIST_ERA : 0));
    }

    /** The ISO day of what was typed; what is no day stays as it is, to be refused where days are judged. */
    static String iso(String typed) {
        try {
            LocalDate day = TypedDate.of("", typed);
            return day == null ? typed : day.toString();
        } catch (ProblemException notOne) {
            return typed;
        }
    }

    private static @Nullable LocalDate parsed(String iso) {
        try {
            return LocalDate.parse(iso);
        } catch (DateTimeException notOne) {
            return null;
        }
    }
}
