package org.progressledger.query.periods;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.events.ProjectStatus;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.projectlist.Question;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who reports late. */
@RestController
class TimelinessController {
    private final Timeliness timeliness;
    private final ProjectDesk desk;
    private final InstantSource clock;

    TimelinessController(Timeliness timeliness, ProjectDesk desk, InstantSource clock) {
        this.timeliness = timeliness;
        this.desk = desk;
        this.clock = clock;
    }

    /** What a row is. */
    enum Rows {
        AGENCY,
        PROJECT
    }

    /**
     * One page of rows, and all agencies together.
     *
     * @param on the day on which it stands so
     * @param deadlineDays days after a month's end until which its report is on time
     */
    record TimelinessPage(
            String by,
            int fiscalYear,
            LocalDate on,
            int deadlineDays,
            List<TimelinessRow> items,
            int page,
            int size,
            long total,
            Timeliness.AllCounts all) {}

    @Operation(
            summary = "Per agency and month: on time, late, missing, not yet due; or per project, with dates",
            tags = "Reports by period")
    @GetMapping("/api/v1/reports/timeliness")
    ResponseEntity<TimelinessPage> timeliness(
            @RequestParam(defaultValue = "agency") @Parameter(schema = @Schema(allowableValues = {"agency", "project"}))
                    String by,
            @RequestParam(required = false) @Nullable Integer fiscalYear,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable ProjectStatus status,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam(defaultValue = "projectCode") String sort,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker) {
        Rows rows = Asked.named(by, Rows.class, "by");
        Asked asked = Asked.of(on, fiscalYear, clock);
        Question projects = Question.of(q, agency, status, asked.year().buddhistYear(), page, size, sort);
        return desk.answer(atLeast, () -> {
            Timeliness.Found found = rows == Rows.AGENCY
                    ? timeliness.byAgency(projects, asked, asker)
                    : timeliness.byProject(projects, asked, asker);
            return new TimelinessPage(
                    rows.name().toLowerCase(Locale.ROOT),
                    asked.year().buddhistYear(),
                    asked.on(),
                    timeliness.deadlineDays(),
                    found.rows(),
                    page,
                    size,
                    found.total(),
                    found.all());
        });
    }
}
