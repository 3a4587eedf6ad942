package org.progressledger.query.flags;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.progressledger.events.Baht;
import org.progressledger.events.Fact;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectDetailsAmended;
import org.progressledger.query.projection.EnglishText;
import org.progressledger.query.projection.Views.Summary;

/** What the rules say alike. */
final class Sentences {
    private Sentences() {}

    /** A sentence in both languages; the places are {@code String.format}'s. */
    static Summary say(String thai, List<?> inThai, String english, List<?> inEnglish) {
        return new Summary(
                thai.formatted(inThai.stream().map(Sentences::written).toArray()),
                String.format(
                        Locale.ROOT,
                        english,
                        inEnglish.stream().map(Sentences::written).toArray()));
    }

    /** Amounts are written alike in both languages; Thai days and months come written, with their own years. */
    private static Object written(Object value) {
        return switch (value) {
            case Baht amount -> EnglishText.amount(amount);
            case LocalDate day -> EnglishText.date(day);
            case YearMonth month -> EnglishText.month(month);
            default -> value;
        };
    }

    /** The same values in both. */
    static Summary say(String thai, String english, Object... values) {
        return say(thai, List.of(values), english, List.of(values));
    }

    /** As a threshold is written: 25, not 25.00. */
    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    static BigDecimal twoDecimals(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP);
    }

    /** The fact that states the project's first and last day: its registration, or the last amendment of them. */
    static Fact periodStated(Project project) {
        return project.amendments().stream()
                .filter(fact -> fact.event() instanceof ProjectDetailsAmended amended && amended.period() != null)
                .reduce((earlier, later) -> later)
                .orElse(project.registration());
    }

    @SafeVarargs
    static List<Fact> all(List<Fact>... facts) {
        return Stream.of(facts).flatMap(List::stream).toList();
    }
}
