package org.progressledger.query.projection;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Fact;
import org.progressledger.events.PercentChange;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.ReportContent;
import org.progressledger.query.projection.ReportViews.PercentChangeView;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.projection.Views.ActorView;
import org.progressledger.query.projection.Views.EventView;
import org.progressledger.query.projection.Views.SourceView;
import org.progressledger.query.projection.Views.TimelineEntry;

/**
 * From a project's history to what the answers show, for one day. The same history and day give the same, anywhere.
 *
 * @param project the latest status
 * @param reports by true number
 * @param timeline every event, in order of position
 * @param percentChanges in order of position
 */
public record Folding(
        ProjectView project,
        List<ReportView> reports,
        List<TimelineEntry> timeline,
        List<PercentChangeView> percentChanges) {

    /** @throws IllegalArgumentException for a history that does not open with a registration */
    public static Folding of(ProjectHistory history, LocalDate today) {
        // a registration counts from its recording day on, so there always is a state today
        Project project = history.on(today)
                .or(() -> history.on(LocalDate.MAX))
                .orElseThrow(() -> new IllegalArgumentException("Nothing is recorded of the project"));
        List<PercentChange> changes = history.percentChanges(today, Instant.MAX);
        return new Folding(
                ProjectShown.of(project, history),
                ReportsShown.of(project),
                TimelineShown.of(history, changes),
                changes.stream().map(Folding::change).toList());
    }

    /** The same with what an auditor should look at. */
    public Folding flagged(List<FlagView> flags) {
        return new Folding(project.with(flags), reports, timeline, percentChanges);
    }

    static PercentChangeView change(PercentChange change) {
        Fact fact = change.fact();
        return new PercentChangeView(
                change.reportNo(),
                change.reportFrom() == null ? null : change.reportFrom().value(),
                change.reportTo() == null ? null : change.reportTo().value(),
                change.from().value(),
                change.to().value(),
                change.change(),
                change.cause().name(),
                EventView.of(fact),
                ActorView.of(fact.recorded().provenance()),
                fact.happenedOn(),
                fact.recorded().recordedAt(),
                reason(fact),
                SourceView.of(fact));
    }

    static @Nullable String reason(Fact fact) {
        return fact.recorded().provenance().reason();
    }

    static @Nullable BigDecimal disbursed(ReportContent content) {
        return content.disbursed() == null ? null : content.disbursed().value();
    }
}
