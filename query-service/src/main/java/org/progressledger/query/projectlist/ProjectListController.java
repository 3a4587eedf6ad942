package org.progressledger.query.projectlist;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.ProjectStatus;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.projection.ProjectView;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register. */
@RestController
class ProjectListController {
    private final Register register;
    private final ProjectDesk desk;

    ProjectListController(Register register, ProjectDesk desk) {
        this.register = register;
        this.desk = desk;
    }

    /** One page of the register, and totals over all agencies that the filter leaves. */
    record Page(List<ProjectView> items, int page, int size, long total, Register.Totals totals) {}

    @Operation(summary = "Search the register; totals over everything found", tags = "Projects")
    @GetMapping("/api/v1/projects")
    ResponseEntity<Page> projects(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable ProjectStatus status,
            @RequestParam(required = false) @Nullable Integer fiscalYear,
            @RequestParam(required = false) @Nullable AuditFlag flag,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam(defaultValue = "projectCode") String sort,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker) {
        ProjectDesk.refuseNotYet("asOf", asOf);
        Register.Question question = Register.Question.of(q, agency, status, fiscalYear, page, size, sort)
                .flagged(flag);
        return desk.answer(atLeast, () -> {
            Register.Found found = register.find(question, asker);
            return new Page(
                    found.projects().stream()
                            .map(view -> desk.shown(view, asker))
                            .toList(),
                    page,
                    size,
                    found.total(),
                    found.totals());
        });
    }
}
