package org.progressledger.query.projectpage;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.asking.ProjectAnswer;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.projection.StandingStill;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One project. */
@RestController
class ProjectController {
    private final ProjectDesk desk;
    private final ReadModel readModel;
    private final Agencies agencies;
    private final StandingStill standing;

    ProjectController(ProjectDesk desk, ReadModel readModel, Agencies agencies, StandingStill standing) {
        this.desk = desk;
        this.readModel = readModel;
        this.agencies = agencies;
        this.standing = standing;
    }

    @Operation(summary = "A project with its latest status", tags = "Projects")
    @GetMapping("/api/v1/projects/{code}")
    ResponseEntity<ProjectAnswer> project(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker) {
        return desk.ofKeptProject(
                code,
                atLeast,
                asker,
                valid -> readModel
                        .project(valid, ReadModel.TEXT)
                        .map(agencies::named)
                        .map(standing::marked)
                        .map(text -> desk.answered(text, asker)));
    }

    @Operation(summary = "Every progress report, by its true number", tags = "Projects")
    @GetMapping("/api/v1/projects/{code}/reports")
    ResponseEntity<List<ReportView>> reports(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker) {
        return desk.ofKeptProject(
                code,
                atLeast,
                asker,
                valid -> readModel
                        .reports(valid)
                        .map(reports -> reports.stream()
                                .map(report -> report.shownBy(desk.reading(valid.text(), asker)))
                                .toList()));
    }
}
