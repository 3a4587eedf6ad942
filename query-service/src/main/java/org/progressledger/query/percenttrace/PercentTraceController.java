package org.progressledger.query.percenttrace;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.ReportViews.PercentChangeView;
import org.progressledger.query.projection.ScoreChange;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every event that set or changed a percentage, whose moves add up to the current one; and those of scores, apart. */
@RestController
class PercentTraceController {
    private final ProjectDesk desk;
    private final ReadModel readModel;

    PercentTraceController(ProjectDesk desk, ReadModel readModel) {
        this.desk = desk;
        this.readModel = readModel;
    }

    @Operation(summary = "Where the percentage came from; the changes add up to it", tags = "Projects")
    @GetMapping("/api/v1/projects/{code}/percent-changes")
    ResponseEntity<List<PercentChangeView>> percentChanges(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker) {
        return desk.ofKeptProject(code, atLeast, asker, readModel::percentChanges);
    }

    @Operation(summary = "Where the coordinators' scores came from; never the reported percentage", tags = "Projects")
    @GetMapping("/api/v1/projects/{code}/score-changes")
    ResponseEntity<List<ScoreChange>> scoreChanges(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker) {
        return desk.ofKeptProject(
                code, atLeast, asker, valid -> readModel.project(valid).map(ScoreChange::of));
    }
}
