package org.progressledger.command.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.imports.ImportDesk.Shown;
import org.progressledger.command.printedform.Confidence;
import org.progressledger.command.printedform.PrintedForm;
import org.progressledger.command.printedform.PrintedPerson;
import org.progressledger.command.printedform.PrintedReport;
import org.progressledger.command.printedform.ReadResult.Read;
import org.progressledger.command.printedform.Reading;
import org.progressledger.command.printedform.Stated;
import org.progressledger.command.printedform.Warning;
import org.progressledger.events.LineRange;
import org.progressledger.events.Objective;
import org.progressledger.events.PrintedIndicator;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.StrategyLink;
import org.progressledger.events.TargetStatus;

/**
 * A draft beside its source lines: what a person looks at before anything is recorded.
 *
 * @param fileName as the sender calls it: text, never a path; absent where it was sent without one
 * @param waitsUntil when it is forgotten
 * @param readings where the paper can be read in more than one way: each is to be chosen; absent where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftAnswer(
        String importId,
        String sha256,
        @Nullable String fileName,
        @Nullable Instant waitsUntil,
        FormAnswer form,
        List<WarningAnswer> warnings,
        @Nullable List<Reading> readings,
        List<ProposalAnswer> proposals,
        @Nullable BesideLedgerAnswer recorded,
        List<String> sourceLines) {

    /**
     * How the paper stands to what is recorded of the project; absent while the project is not.
     *
     * @param version to confirm what was seen, with {@code If-Match}
     * @param newReports numbers that the confirmation would record
     * @param sameReports numbers that are recorded as the paper tells them
     * @param differentReports what the paper tells otherwise
     * @param older the ledger holds a later report than the paper
     * @param recordedProposals ids that are recorded already; proposed again only where these very bytes were confirmed before
     */
    record BesideLedgerAnswer(
            long version,
            long ledgerPosition,
            boolean older,
            List<Integer> newReports,
            List<Integer> sameReports,
            List<DifferentReportAnswer> differentReports,
            List<String> recordedProposals) {}

    /** A recorded report that the paper tells otherwise. */
    record DifferentReportAnswer(int reportNo, List<DifferentFieldAnswer> fields) {}

    /** One value on either side. */
    record DifferentFieldAnswer(
            String field,
            @Nullable Object recorded,
            @Nullable Object printed) {}

    /** The form as read; {@code lines} tells for each field where it stands on paper. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FormAnswer(
            String projectCode,
            String name,
            int fiscalYear,
            AgencyAnswer agency,
            PeriodAnswer period,
            BudgetAnswer budget,
            @Nullable PersonAnswer responsibleOfficer,
            @Nullable PersonAnswer coordinator,
            @Nullable String rationale,
            List<Objective> objectives,
            @Nullable String target,
            @Nullable StrategyLink strategy,
            List<PrintedIndicator> indicators,
            List<ReportAnswer> reports,
            Map<String, List<LineRange>> lines) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AgencyAnswer(
            String code,
            String name,
            @Nullable String division,
            @Nullable String section) {}

    record PeriodAnswer(LocalDate startsOn, LocalDate endsOn) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BudgetAnswer(BigDecimal allocated, @Nullable BigDecimal spent) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonAnswer(String name, @Nullable String phone) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReportAnswer(
            int reportNo,
            @Nullable Integer labelNo,
            LocalDate reportedOn,
            BigDecimal percent,
            BigDecimal disbursed,
            ScheduleStatus scheduleStatus,
            TargetStatus targetStatus,
            String narrative,
            String narrativeRaw,
            List<LineRange> lines) {}

    record WarningAnswer(String code, int line, String message) {}

    /**
     * @param type the stored name of the fact it would become
     * @param rule by which it is proposed, as the table of proposals names it; absent for what the head states
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProposalAnswer(
            String id,
            String type,
            @Nullable Integer reportNo,
            Map<String, Object> values,
            List<LineRange> lines,
            String matched,
            Confidence confidence,
            @Nullable String rule) {}

    /** How a warning reads in the caller's language. */
    interface Wording {
        String of(Warning warning);
    }

    static DraftAnswer of(Shown shown, Wording wording) {
        Read read = shown.read();
        BesideLedger beside = shown.recorded();
        Drafts.Waiting waiting = shown.waiting();
        return new DraftAnswer(
                shown.importId(),
                read.sha256().hex(),
                waiting == null || waiting.fileName().isEmpty() ? null : waiting.fileName(),
                waiting == null ? null : waiting.waitsUntil(),
                form(read.form()),
                read.warnings().stream()
                        .map(warning -> new WarningAnswer(warning.code().name(), warning.line(), wording.of(warning)))
                        .toList(),
                read.readings().isEmpty() ? null : read.readings(),
                ProposalAnswers.of(read, beside),
                beside == null ? null : recorded(beside),
                read.sourceLines());
    }

    private static BesideLedgerAnswer recorded(BesideLedger beside) {
        return new BesideLedgerAnswer(
                beside.version(),
                beside.ledgerPosition(),
                beside.older(),
                beside.added(),
                beside.same(),
                beside.different().stream()
                        .map(each -> new DifferentReportAnswer(
                                each.recorded().reportNo(),
                                each.fields().stream()
                                        .map(field -> new DifferentFieldAnswer(
                                                field.field(), field.recorded(), field.printed()))
                                        .toList()))
                        .toList(),
                beside.recorded().stream().sorted().toList());
    }

    private static FormAnswer form(PrintedForm form) {
        String code = form.projectCode().value().text();
        return new FormAnswer(
                code,
                form.name().value(),
                form.fiscalYear().value().buddhistYear(),
                new AgencyAnswer(
                        form.projectCode().value().agencyCode(),
                        form.agency().value().name(),
                        form.agency().value().division(),
                        form.agency().value().section()),
                new PeriodAnswer(form.startsOn().value(), form.endsOn().value()),
                new BudgetAnswer(
                        form.budgetAllocated().value().value(),
                        form.budgetSpent() == null
                                ? null
                                : form.budgetSpent().value().value()),
                person(form.responsibleOfficer()),
                person(form.coordinator()),
                form.rationale() == null ? null : form.rationale().value(),
                form.objectives().stream().map(Stated::value).toList(),
                form.target() == null ? null : form.target().value(),
                form.strategy() == null ? null : form.strategy().value(),
                form.indicators().stream().map(Stated::value).toList(),
                form.reports().stream().map(DraftAnswer::report).toList(),
                lines(form));
    }

    private static Map<String, List<LineRange>> lines(PrintedForm form) {
        Map<String, List<LineRange>> lines = new LinkedHashMap<>();
        lines.put("projectCode", form.projectCode().lines());
        lines.put("name", form.name().lines());
        lines.put("fiscalYear", form.fiscalYear().lines());
        lines.put("agency", form.agency().lines());
        lines.put("period.startsOn", form.startsOn().lines());
        lines.put("period.endsOn", form.endsOn().lines());
        lines.put("budget.allocated", form.budgetAllocated().lines());
        put(lines, "budget.spent", form.budgetSpent());
        put(lines, "responsibleOfficer", form.responsibleOfficer());
        put(lines, "coordinator", form.coordinator());
        put(lines, "rationale", form.rationale());
        put(lines, "target", form.target());
        put(lines, "strategy", form.strategy());
        for (int i = 0; i < form.objectives().size(); i++) {
            lines.put("objectives[" + i + "]", form.objectives().get(i).lines());
        }
        for (int i = 0; i < form.indicators().size(); i++) {
            lines.put("indicators[" + i + "]", form.indicators().get(i).lines());
        }
        return lines;
    }

    private static void put(Map<String, List<LineRange>> lines, String field, @Nullable Stated<?> stated) {
        if (stated != null) {
            lines.put(field, stated.lines());
        }
    }

    private static @Nullable PersonAnswer person(@Nullable Stated<PrintedPerson> stated) {
        return stated == null
                ? null
                : new PersonAnswer(stated.value().name(), stated.value().phone());
    }

    private static ReportAnswer report(PrintedReport report) {
        return new ReportAnswer(
                report.reportNo(),
                report.labelNo(),
                report.reportedOn(),
                report.percent().value(),
                report.disbursed().value(),
                report.scheduleStatus(),
                report.targetStatus(),
                report.narrative(),
                report.narrativeRaw(),
                report.lines());
    }
}
