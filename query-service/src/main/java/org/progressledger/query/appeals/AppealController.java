package org.progressledger.query.appeals;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.query.appeals.ProjectAppeals.AppealOfProject;
import org.progressledger.query.asking.Points.Point;
import org.progressledger.query.asking.ProjectDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The appeals of one project. Read from the ledger and folded as asked; nothing of it is kept. */
@RestController
class AppealController {
    private final ProjectDesk desk;
    private final ProjectAppeals appeals;

    AppealController(ProjectDesk desk, ProjectAppeals appeals) {
        this.desk = desk;
        this.appeals = appeals;
    }

    @Operation(
            summary = "The appeals of a project: rounds, and what narratives speak of without papers",
            tags = "Appeals")
    @GetMapping("/api/v1/projects/{code}/appeals")
    ResponseEntity<List<AppealOfProject>> appealsOfProject(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String happenedOn,
            @RequestParam(required = false) @Nullable String recordedAt,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker) {
        Point point = appeals.point(happenedOn, recordedAt);
        return desk.ofProject(code, atLeast, asker, valid -> appeals.all(valid, point));
    }

    @Operation(summary = "One appeal as a whole story, with what it changed and what it did not", tags = "Appeals")
    @GetMapping("/api/v1/projects/{code}/appeals/{round}")
    ResponseEntity<AppealStory> appeal(
            @PathVariable String code,
            @PathVariable int round,
            @RequestParam(required = false) @Nullable String happenedOn,
            @RequestParam(required = false) @Nullable String recordedAt,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker) {
        ProjectAppeals.checkRound(round);
        Point point = appeals.point(happenedOn, recordedAt);
        return desk.ofProject(code, atLeast, asker, valid -> appeals.story(valid, round, point, asker));
    }
}
