package org.progressledger.query.appeals;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Fact;

/**
 * A quarter of an indicator under the criteria before and after the appeal, side by side, as the coordinators scored it:
 * nothing is computed, and what they did not score is null.
 *
 * @param change points of the score after against the one before; null unless both are given
 */
record Rescored(
        String indicator,
        String quarter,
        int versionBefore,
        int versionAfter,
        @Nullable ScoreShown before,
        @Nullable ScoreShown after,
        @Nullable BigDecimal change) {

    /** By indicator, then by quarter. */
    static List<Rescored> of(AppealCase appeal) {
        return ChangedIndicator.of(appeal).stream()
                .flatMap(changed -> changed.quarters().stream()
                        .map(quarter -> of(
                                changed,
                                quarter.toString(),
                                changed.under(changed.before(), quarter),
                                changed.under(changed.after(), quarter))))
                .toList();
    }

    private static Rescored of(ChangedIndicator changed, String quarter, @Nullable Fact before, @Nullable Fact after) {
        ScoreShown old = before == null ? null : ScoreShown.of(before);
        ScoreShown now = after == null ? null : ScoreShown.of(after);
        return new Rescored(
                changed.indicator().adopted().id().text(),
                quarter,
                changed.before().version(),
                changed.after().version(),
                old,
                now,
                old == null || now == null || old.score() == null || now.score() == null
                        ? null
                        : now.score().subtract(old.score()));
    }
}
