package org.progressledger.query.asof;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.events.Fact;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectHistory;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.projectledger.ProjectArchive;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.asking.Points;
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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The project as it was, and what differs. Read from the ledger and folded as asked; nothing of it is kept. */
@RestController
class AsOfController {
    private final ProjectDesk desk;
    private final ProjectArchive archive;
    private final Agencies agencies;
    private final Points points;
    private final Flagging flagging;
    private final QuerySettings settings;

    AsOfController(
            ProjectDesk desk,
            ProjectArchive archive,
            Agencies agencies,
            Points points,
            Flagging flagging,
            QuerySettings settings) {
        this.agencies = agencies;
        this.flagging = flagging;
        this.desk = desk;
        this.archive = archive;
        this.points = points;
        this.settings = settings;
    }

    /** The project with the fields of its latest status, as it was then, its reports, and where its percentage came from. */
    record AsOf(
            Point asOf,
            @JsonUnwrapped ProjectView project,
            List<ReportView> reports,
            List<PercentChangeView> percentChanges) {}

    @Operation(summary = "The project as it was, on both axes of time", tags = "Projects")
    @GetMapping("/api/v1/projects/{code}/as-of")
    ResponseEntity<AsOf> asOf(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String happenedOn,
            @RequestParam(required = false) @Nullable String recordedAt,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker) {
        Point point =
                new Point(points.happenedOn("happenedOn", happenedOn), points.recordedAt("recordedAt", recordedAt));
        return desk.ofProject(
                code, atLeast, asker, valid -> recorded(valid).map(history -> asOf(history, point, asker)));
    }

    private AsOf asOf(ProjectHistory history, Point point, Asker asker) {
        Snapshot snapshot = Snapshot.asOf(history, point.happenedOn(), point.recordedAt())
                .orElseThrow(() -> new ProblemException(
                        QueryReason.NOTHING_KNOWN_THEN,
                        Map.of("happenedOn", point.happenedOn(), "recordedAt", point.recordedAt())))
                .shownBy(desk.reading(codeOf(history), asker));
        ProjectView project =
                agencies.named(snapshot.project()).with(flagging.asOf(point.happenedOn(), point.recordedAt(), history));
        return new AsOf(point, project, snapshot.reports(), snapshot.percentChanges());
    }

    private static String codeOf(ProjectHistory history) {
        return history.facts().getFirst().event().project().text();
    }

    private Optional<ProjectHistory> recorded(ProjectCode code) {
        ProjectHistory history = archive.history(code);
        return history.version() == 0 ? Optional.empty() : Optional.of(history);
    }

    /** Along which time two states are compared. */
    enum Axis {
        HAPPENED,
        RECORDED
    }

    /** Two states of a project and every value in which they differ. */
    record Diff(Axis axis, Point from, Point to, List<Difference> differences) {}

    @Operation(summary = "What differs between two points of time, each difference with its events", tags = "Projects")
    @GetMapping("/api/v1/projects/{code}/diff")
    ResponseEntity<Diff> diff(
            @PathVariable String code,
            @RequestParam String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "happened") String axis,
            @RequestParam(required = false) @Nullable String happenedOn,
            @RequestParam(required = false) @Nullable String recordedAt,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker) {
        Axis along = axis(axis);
        Point first = point(along, "from", from, happenedOn, recordedAt);
        Point last = point(along, "to", to, happenedOn, recordedAt);
        if (first.happenedOn().isAfter(last.happenedOn()) || first.recordedAt().isAfter(last.recordedAt())) {
            throw Points.wrong("to");
        }
        return desk.ofProject(
                code,
                atLeast,
                asker,
                valid -> recorded(valid).map(history -> diff(history, along, first, last, asker)));
    }

    private static Axis axis(String given) {
        return switch (given) {
            case "happened" -> Axis.HAPPENED;
            case "recorded" -> Axis.RECORDED;
            default -> throw Points.wrong("axis");
        };
    }

    private Point point(
            Axis along,
            String parameter,
            @Nullable String given,
            @Nullable String happenedOn,
            @Nullable String recordedAt) {
        return switch (along) {
            case HAPPENED ->
                new Point(points.happenedOn(parameter, given), points.recordedAt("recordedAt", recordedAt));
            case RECORDED ->
                new Point(points.happenedOn("happenedOn", happenedOn), points.recordedAt(parameter, given));
        };
    }

    private Diff diff(ProjectHistory history, Axis along, Point from, Point to, Asker asker) {
        List<Fact> before = history.factsAsOf(from.happenedOn(), from.recordedAt());
        List<Fact> added = history.factsAsOf(to.happenedOn(), to.recordedAt()).stream()
                .filter(fact -> !before.contains(fact))
                .sorted(along == Axis.HAPPENED ? Fact.IN_ORDER_OF_HAPPENING : Comparator.comparing(Fact::sequence))
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

    @Operation(summary = "The state after an event of the project, and what it changed", tags = "Projects")
    @GetMapping("/api/v1/projects/{code}/history")
    ResponseEntity<Step> history(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long at,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker) {
        return desk.ofProject(code, atLeast, asker, valid -> recorded(valid).map(history -> step(history, at, asker)));
    }

    /** Whatever its date: a step shows also what is to happen. */
    private Step step(ProjectHistory history, @Nullable Long asked, Asker asker) {
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
}
