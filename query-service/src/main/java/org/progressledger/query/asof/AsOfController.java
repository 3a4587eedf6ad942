package org.progressledger.query.asof;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.query.asking.Points;
import org.progressledger.query.asking.Points.Point;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.asof.Past.AsOf;
import org.progressledger.query.asof.Past.Axis;
import org.progressledger.query.asof.Past.Diff;
import org.progressledger.query.asof.Past.Step;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The project as it was, and what differs. */
@RestController
class AsOfController {
    private final ProjectDesk desk;
    private final Past past;
    private final Points points;

    AsOfController(ProjectDesk desk, Past past, Points points) {
        this.desk = desk;
        this.past = past;
        this.points = points;
    }

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
                code, atLeast, asker, valid -> past.recorded(valid).map(history -> past.asOf(history, point, asker)));
    }

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
                valid -> past.recorded(valid).map(history -> past.diff(history, first, last, along, asker)));
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

    @Operation(summary = "The state after an event of the project, and what it changed", tags = "Projects")
    @GetMapping("/api/v1/projects/{code}/history")
    ResponseEntity<Step> history(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long at,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker) {
        return desk.ofProject(
                code, atLeast, asker, valid -> past.recorded(valid).map(history -> past.step(history, at, asker)));
    }
}
