package org.progressledger.query.asof;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.events.Fact;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectHistory;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.projectledger.ProjectArchive;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.asking.Points.Point;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.projection.Flagging;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.QueryReason;
import org.progressledger.query.projection.QuerySettings;
import org.progressledger.query.projection.ReportViews.PercentChangeView;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.projection.Snapshot;
import org.progressledger.query.projection.Views.TimelineEntry;
import org.springframework.stereotype.Component;

/** Folds the project as it was, and finds what differs. Read from the ledger as asked; nothing of it is kept. */
@Component
class Past {
    private final ProjectDesk desk;
    private final ProjectArchive archive;
    private final Agencies agencies;
    private final Flagging flagging;
    private final QuerySettings settings;

    Past(ProjectDesk desk, ProjectArchive archive, Agencies agencies, Flagging flagging, QuerySettings settings) {
        this.desk = desk;
        this.archive = archive;
        this.agencies = agencies;
        this.flagging = flagging;
        this.settings = settings;
    }

    /** The project with the fields of its latest status, as it was then, its reports, and where its percentage came from. */
    record AsOf(
            Point asOf,
            @JsonUnwrapped ProjectView project,
            List<ReportView> reports,
            List<PercentChangeView> percentChanges) {}

    /** Along which time two states are compared. */
    enum Axis {
        HAPPENED,
        RECORDED
    }

    /** Two states of a project and every value in which they differ. */
    record Diff(Axis axis, Point from, Point to, List<Difference> differences) {}

    /**
     * The state after one event.
     *
     * @param at the event's sequence
     * @param last the sequence of the last event there is
     * @param changes what the event changed
     */
    record Step(
            long at,
            long last,
            TimelineEntry event,
            List<Difference> changes,
            ProjectView project,
            List<ReportView> reports,
            List<PercentChangeView> percentChanges) {}

    /** All that is recorded of a project; empty if nothing is. */
    Optional<ProjectHistory> recorded(ProjectCode code) {
        ProjectHistory history = archive.history(code);
        return history.version() == 0 ? Optional.empty() : Optional.of(history);
    }

    /** @throws ProblemException NOTHING_KNOWN_THEN if nothing was recorded by then, or nothing had happened */
    AsOf asOf(ProjectHistory history, Point point, Asker asker) {
        Snapshot snapshot = Snapshot.asOf(history, point.happenedOn(), point.recordedAt())
                .orElseThrow(() -> new ProblemException(
                        QueryReason.NOTHING_KNOWN_THEN,
                        Map.of("happenedOn", point.happenedOn(), "recordedAt", point.recordedAt())))
                .shownBy(desk.reading(codeOf(history), asker));
        ProjectView project =
                agencies.named(snapshot.project()).with(flagging.asOf(point.happenedOn(), point.recordedAt(), history));
        return new AsOf(point, project, snapshot.reports(), snapshot.percentChanges());
    }

    /**
     * What differs between a point and a later one. Where only the day differs, facts are folded in as they happened, else as
     * they were recorded.
     *
     * @throws ProblemException TOO_MANY_EVENTS_BETWEEN
     */
    Diff diff(ProjectHistory history, Point from, Point to, Axis along, Asker asker) {
        List<Fact> before = history.factsAsOf(from.happenedOn(), from.recordedAt());
        List<Fact> added = history.factsAsOf(to.happenedOn(), to.recordedAt()).stream()
                .filter(fact -> !before.contains(fact))
                .sorted(along == Axis.HAPPENED ? Fact.IN_ORDER_OF_HAPPENING : Comparator.comparingLong(Fact::sequence))
                .toList();
        refuseTooMany(added.size());
        Differences differences = new Differences(history, desk.reading(codeOf(history), asker));
        return new Diff(along, from, to, differences.made(before, added));
    }

    private void refuseTooMany(int events) {
        if (events > settings.mostEventsCompared()) {
            throw new ProblemException(
                    QueryReason.TOO_MANY_EVENTS_BETWEEN,
                    Map.of("events", events, "limit", settings.mostEventsCompared()));
        }
    }

    /** Whatever its date: a step shows also what is to happen. */
    Step step(ProjectHistory history, @Nullable Long asked, Asker asker) {
        long last = history.version() - 1;
        long at = asked == null ? last : asked;
        if (at < 0 || at > last) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "at"));
        }
        ProjectHistory then = history.upTo(at);
        Snapshot snapshot = Snapshot.asOf(then, LocalDate.MAX, Instant.MAX)
                .orElseThrow()
                .shownBy(desk.reading(codeOf(history), asker));
        List<Fact> facts = then.facts();
        Differences differences = new Differences(history, desk.reading(codeOf(history), asker));
        return new Step(
                at,
                last,
                Snapshot.timeline(history).get((int) at),
                differences.made(facts.subList(0, facts.size() - 1), List.of(facts.getLast())),
                agencies.named(snapshot.project()),
                snapshot.reports(),
                snapshot.percentChanges());
    }

    private static String codeOf(ProjectHistory history) {
        return history.facts().getFirst().event().project().text();
    }
}
