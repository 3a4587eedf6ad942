package org.progressledger.query.timeline;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.events.EventCatalogue;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.Views.TimelineEntry;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything that happened to a project, in the order in which it was recorded. */
@RestController
class TimelineController {
    private final ProjectDesk desk;
    private final ReadModel readModel;

    TimelineController(ProjectDesk desk, ReadModel readModel) {
        this.desk = desk;
        this.readModel = readModel;
    }

    @Operation(summary = "Every event of a project, as recorded", tags = "Projects")
    @GetMapping("/api/v1/projects/{code}/timeline")
    ResponseEntity<List<TimelineEntry>> timeline(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker) {
        if (type != null && EventCatalogue.named(type).isEmpty()) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "type"));
        }
        return desk.ofKeptProject(
                code,
                atLeast,
                asker,
                valid -> readModel
                        .timeline(valid)
                        .map(entries -> entries.stream()
                                .filter(entry ->
                                        from == null || !entry.happenedOn().isBefore(from))
                                .filter(entry ->
                                        to == null || !entry.happenedOn().isAfter(to))
                                .filter(entry -> type == null || entry.type().equals(type))
                                .toList()));
    }
}
