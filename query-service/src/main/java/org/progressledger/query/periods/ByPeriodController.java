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
import org.progressledger.events.AuditFlag;
import org.progressledger.events.ProjectStatus;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.projectlist.Question;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports by month or quarter, across projects. */
@RestController
class ByPeriodController {
    private final ByPeriod byPeriod;
    private final ProjectDesk desk;
    private final InstantSource clock;

    ByPeriodController(ByPeriod byPeriod, ProjectDesk desk, InstantSource clock) {
        this.byPeriod = byPeriod;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * One page of rows; subtotals over everything that the filter leaves.
     *
     * @param on the day for which gaps and periods to come are told
     */
    record PeriodPage(
            String measure,
            String by,
            int fiscalYear,
            LocalDate on,
            List<PeriodColumn> columns,
            List<PeriodRow> items,
            int page,
            int size,
            long total,
            ByPeriod.PeriodSums totals) {}

    /** A column: its name, its first and last day. */
    record PeriodColumn(String period, LocalDate startsOn, LocalDate endsOn) {
        static PeriodColumn of(Column column) {
            return new PeriodColumn(column.name(), column.startInclusive(), column.lastDay());
        }
    }

    @Operation(
            summary = "One row per project, one column per month or quarter; gaps, carried values, plan, exceptions",
            tags = "Reports by period")
    @GetMapping("/api/v1/reports/by-period")
    ResponseEntity<PeriodPage> byPeriod(
            @RequestParam(defaultValue = "percent")
                    @Parameter(schema = @Schema(allowableValues = {"percent", "spent", "score"}))
                    String measure,
            @RequestParam(required = false)
                    @Parameter(schema = @Schema(allowableValues = {"month", "quarter"}))
                    @Nullable
                    String by,
            @RequestParam(required = false) @Nullable Integer fiscalYear,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = "false") boolean exceptionsOnly,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable ProjectStatus status,
            @RequestParam(required = false) @Nullable AuditFlag flag,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam(defaultValue = "projectCode") String sort,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker) {
        Measure measured = Asked.named(measure, Measure.class, "measure");
        Cut cut = by == null ? measured.comesFromReports() ? Cut.MONTH : Cut.QUARTER : Asked.named(by, Cut.class, "by");
        // coordinators score quarters
        Asked.require(measured.comesFromReports() || cut == Cut.QUARTER, "by");
        Asked asked = Asked.of(on, fiscalYear, clock);
        Question projects = Question.of(q, agency, status, asked.year().buddhistYear(), page, size, sort)
                .flagged(flag);
        ByPeriod.Wanted question =
                new ByPeriod.Wanted(projects, asked.year(), measured, cut, asked.on(), asked.today(), exceptionsOnly);
        return desk.answer(atLeast, () -> {
            ByPeriod.Found found = byPeriod.find(question, asker);
            return new PeriodPage(
                    measure,
                    cut.name().toLowerCase(Locale.ROOT),
                    asked.year().buddhistYear(),
                    asked.on(),
                    cut.of(asked.year()).stream().map(PeriodColumn::of).toList(),
                    found.rows(),
                    page,
                    size,
                    found.total(),
                    found.totals());
        });
    }
}
