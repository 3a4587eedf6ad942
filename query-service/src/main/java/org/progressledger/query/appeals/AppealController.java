package org.progressledger.query.appeals;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectHistory;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.projectledger.ProjectArchive;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.appeals.AppealStory.Citation;
import org.progressledger.query.asking.Points;
import org.progressledger.query.asking.Points.Point;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.projection.QueryReason;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The appeals of one project. Read from the ledger and folded as asked; nothing of it is kept. */
@RestController
class AppealController {
    private static final int MOST_ROUNDS = 99;

    private final ProjectDesk desk;
    private final ProjectArchive archive;
    private final Agencies agencies;
    private final Points points;
    private final AppealSettings settings;

    AppealController(
            ProjectDesk desk, ProjectArchive archive, Agencies agencies, Points points, AppealSettings settings) {
        this.desk = desk;
        this.archive = archive;
        this.agencies = agencies;
        this.points = points;
        this.settings = settings;
    }

    /** An appeal of the project with what narratives say of it and what is amiss. */
    record AppealOfProject(@JsonUnwrapped AgedAppeal appeal, List<Citation> citations, List<Gap> gaps) {}

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
        Point point = point(happenedOn, recordedAt);
        return desk.ofProject(
                code,
                atLeast,
                asker,
                valid -> teller(valid, point)
                        .map(teller -> AppealCase.allOf(then(teller, point)).stream()
                                .map(appeal -> new AppealOfProject(
                                        named(AgedAppeal.of(AppealItem.of(appeal), point.happenedOn())),
                                        Storyteller.citations(appeal),
                                        Gaps.of(appeal)))
                                .toList()));
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
        if (round < 1 || round > MOST_ROUNDS) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "round"));
        }
        Point point = point(happenedOn, recordedAt);
        return desk.ofProject(
                code,
                atLeast,
                asker,
                valid -> teller(valid, point)
                        .map(teller -> AppealCase.of(then(teller, point), round)
                                .map(teller::tell)
                                .map(story -> story.shown(named(story.appeal()), desk.reading(valid.text(), asker)))
                                .orElseThrow(() -> new ProblemException(
                                        QueryReason.APPEAL_NOT_SPOKEN_OF, Map.of("round", round)))));
    }

    private Point point(@Nullable String happenedOn, @Nullable String recordedAt) {
        return new Point(points.happenedOn("happenedOn", happenedOn), points.recordedAt("recordedAt", recordedAt));
    }

    private Optional<Storyteller> teller(ProjectCode code, Point point) {
        ProjectHistory history = archive.history(code);
        return history.version() == 0
                ? Optional.empty()
                : Optional.of(Storyteller.of(history, point, settings.comparedWords()));
    }

    private static Project then(Storyteller teller, Point point) {
        return teller.project()
                .orElseThrow(() -> new ProblemException(
                        QueryReason.NOTHING_KNOWN_THEN,
                        Map.of("happenedOn", point.happenedOn(), "recordedAt", point.recordedAt())));
    }

    private AgedAppeal named(AgedAppeal aged) {
        return aged.named(agencies.knowing(List.of(aged.appeal().agency().code())));
    }
}
