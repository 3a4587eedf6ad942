package org.progressledger.query.flags;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.ProjectCode;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.agencies.AgencyAsked;
import org.progressledger.query.asking.Pages;
import org.progressledger.query.asking.Points;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.FlagView.Severity;
import org.progressledger.query.projection.QueryReason;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What auditors should look at, across projects. */
@RestController
class FlagsController {
    private final FlagSearch search;
    private final ProjectDesk desk;
    private final Points points;

    FlagsController(FlagSearch search, ProjectDesk desk, Points points) {
        this.search = search;
        this.desk = desk;
        this.points = points;
    }

    /**
     * One page of hits.
     *
     * @param on the day for which they were found
     */
    record FlagPage(List<FlagView> items, LocalDate on, int page, int size, long total) {}

    @Operation(summary = "Hits of the audit flags, by project; today's, or those of another day", tags = "Flags")
    @GetMapping("/api/v1/flags")
    ResponseEntity<FlagPage> flags(
            @RequestParam(required = false) @Nullable AuditFlag flag,
            @RequestParam(required = false) @Nullable Severity severity,
            @RequestParam(required = false) @Nullable Boolean acknowledged,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable Integer fiscalYear,
            @RequestParam(required = false) @Nullable String project,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker) {
        if (on != null) {
            Points.inRange("on", on);
        }
        Pages.check(page, size);
        FlagSearch.Question question = new FlagSearch.Question(
                flag,
                severity,
                acknowledged,
                agency == null ? null : AgencyAsked.of(agency),
                fiscalYear == null ? null : points.fiscalYear("fiscalYear", fiscalYear),
                project == null ? null : seen(project, asker));
        LocalDate today = points.today();
        int skip = page * size;
        if (on == null || on.equals(today)) {
            return desk.answerKept(atLeast, () -> {
                FlagSearch.Found found = search.today(question, asker, skip, size);
                return new FlagPage(found.hits(), today, page, size, found.total());
            });
        }
        return desk.answer(atLeast, () -> {
            FlagSearch.Found found = search.on(on, question, asker, skip, size);
            return new FlagPage(found.hits(), on, page, size, found.total());
        });
    }

    private static ProjectCode seen(String given, Asker asker) {
        require(ProjectCode.isValid(given), "project");
        if (!asker.sees(given)) {
            throw new ProblemException(QueryReason.NOT_YOUR_AGENCY, Map.of("project", given));
        }
        return ProjectCode.of(given);
    }

    private static void require(boolean holds, String parameter) {
        if (!holds) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", parameter));
        }
    }
}
