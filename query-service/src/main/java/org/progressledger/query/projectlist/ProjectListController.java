package org.progressledger.query.projectlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.ProjectStatus;
import org.progressledger.query.asking.Points;
import org.progressledger.query.asking.Points.Point;
import org.progressledger.query.asking.ProjectAnswer;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.projection.ProjectText;
import org.progressledger.query.projection.ProjectView;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register. */
@RestController
class ProjectListController {
    private final Register register;
    private final PastRegister past;
    private final ProjectDesk desk;
    private final Points points;

    ProjectListController(Register register, PastRegister past, ProjectDesk desk, Points points) {
        this.register = register;
        this.past = past;
        this.desk = desk;
        this.points = points;
    }

    /**
     * One page of the register, and totals over all agencies that the filter leaves.
     *
     * @param asOf the point of time of items and totals; absent for the latest status
     * @param totalsNow what the same question finds today, beside another point of time
     */
    record Page(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Point asOf,

            List<ProjectAnswer> items,
            int page,
            int size,
            long total,
            Register.Totals totals,
            @JsonInclude(JsonInclude.Include.NON_NULL) Register.@Nullable Totals totalsNow) {}

    @Operation(summary = "Search the register; totals over everything found", tags = "Projects")
    @GetMapping("/api/v1/projects")
    ResponseEntity<Page> projects(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable ProjectStatus status,
            @RequestParam(required = false) @Nullable Integer fiscalYear,
            @RequestParam(required = false) @Nullable AuditFlag flag,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String recordedAt,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam(defaultValue = "projectCode") String sort,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker) {
        Question question =
                Question.of(q, agency, status, fiscalYear, page, size, sort).flagged(flag);
        if (asOf == null && recordedAt == null) {
            return desk.answerKept(atLeast, () -> {
                Register.Found<ProjectText> found = register.find(question, asker);
                return page(null, question, found, text -> desk.answered(text, asker), null);
            });
        }
        Point point = new Point(points.happenedOn("asOf", asOf), points.recordedAt("recordedAt", recordedAt));
        return desk.answer(atLeast, () -> {
            Register.Found<ProjectView> found = recordedAt == null
                    ? past.find(question, point.happenedOn(), asker)
                    : past.find(question, point.happenedOn(), point.recordedAt(), asker);
            return page(point, question, found, view -> desk.answered(view, asker), register.totals(question, asker));
        });
    }

    private static <P> Page page(
            @Nullable Point point,
            Question question,
            Register.Found<P> found,
            Function<P, ProjectAnswer> answered,
            Register.@Nullable Totals now) {
        List<ProjectAnswer> items = found.projects().stream().map(answered).toList();
        return new Page(point, items, question.page(), question.size(), found.total(), found.totals(), now);
    }
}
