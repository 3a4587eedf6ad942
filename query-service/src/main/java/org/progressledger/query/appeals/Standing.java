package org.progressledger.query.appeals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Fact;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectHistory;
import org.progressledger.query.projection.FlagView.Evidence;

/**
 * What stood at the end of a day: the reported percentage and the coordinators' scores, each with its own events.
 *
 * @param scores those that stood, none where there were none: blank is not 0
 */
record Standing(LocalDate on, PercentStanding percent, List<ScoreShown> scores) {

    /**
     * The percentage of work done.
     *
     * @param reportNo the report that said so; null before the first
     */
    record PercentStanding(
            BigDecimal value,
            @Nullable Integer reportNo,
            @Nullable LocalDate reportedOn,
            Evidence evidence) {
        static PercentStanding of(Project project) {
            return project.latestReport()
                    .map(report -> new PercentStanding(
                            report.content().percent().value(),
                            report.reportNo(),
                            report.reportedOn(),
                            Evidence.of(Stream.concat(Stream.of(report.reported()), report.corrections().stream())
                                    .toList())))
                    .orElseGet(() ->
                            new PercentStanding(project.percent().value(), null, null, Evidence.of(List.<Fact>of())));
        }
    }

    /**
     * Around an appeal.
     *
     * @param before on the day before the filing; null if nothing was there yet
     * @param between on the last day on which it waited
     * @param after on the day that is asked for; null while it waits, or on the day of the decision
     */
    record Around(
            @Nullable Standing before,
            @Nullable Standing between,
            @Nullable Standing after) {

        /** @param history as it is known, and {@code day} the last one of facts that count */
        static Around of(Window window, ProjectHistory history, LocalDate day) {
            LocalDate until = window.until() == null ? day : window.until();
            return new Around(
                    standing(history, window.from().minusDays(1)),
                    standing(history, until),
                    until.isBefore(day) ? standing(history, day) : null);
        }
    }

    private static @Nullable Standing standing(ProjectHistory history, LocalDate day) {
        return history.asOf(day, Instant.MAX)
                .map(project -> new Standing(day, PercentStanding.of(project), ScoreShown.standing(project)))
                .orElse(null);
    }
}
