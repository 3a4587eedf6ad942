package org.progressledger.query.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.progressledger.events.PercentChange;
import org.progressledger.events.PersonalData;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectHistory;
import org.progressledger.query.projection.ProjectView.PersonView;
import org.progressledger.query.projection.ReportViews.PercentChangeView;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.projection.Views.TimelineEntry;

/** A project as some of its facts make it: the same views as of the latest status, from the same fold. */
public record Snapshot(ProjectView project, List<ReportView> reports, List<PercentChangeView> percentChanges) {

    /**
     * What was known at that instant about the world on that day.
     *
     * @return empty if nothing was recorded by then, or nothing had happened
     */
    public static Optional<Snapshot> asOf(ProjectHistory history, LocalDate happenedOn, Instant recordedAt) {
        List<PercentChange> changes = history.percentChanges(happenedOn, recordedAt);
        return history.asOf(happenedOn, recordedAt).map(project -> of(project, changes));
    }

    private static Snapshot of(Project project, List<PercentChange> changes) {
        return new Snapshot(
                ProjectShown.of(project),
                ReportsShown.of(project),
                changes.stream().map(Folding::change).toList());
    }

    /** What these facts add up to, without where the percentage came from. */
    public static Snapshot of(Project project) {
        return of(project, List.of());
    }

    /** Every event of the history, in order of position. */
    public static List<TimelineEntry> timeline(ProjectHistory history) {
        return TimelineShown.of(history, history.percentChanges(LocalDate.MAX, Instant.MAX));
    }

    /** The same with the persons as the reader may see them. */
    public Snapshot shownBy(Function<PersonalData, PersonView> reading) {
        return new Snapshot(
                project.shownBy(reading),
                reports.stream().map(report -> report.shownBy(reading)).toList(),
                percentChanges);
    }
}
