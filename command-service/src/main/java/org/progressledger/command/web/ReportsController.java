package org.progressledger.command.web;

import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.command.project.ProjectCommand.CorrectReport;
import org.progressledger.command.project.ProjectCommand.OpenLateWindow;
import org.progressledger.command.project.ProjectCommand.ReportProgress;
import org.progressledger.command.project.ProjectCommand.ReturnReport;
import org.progressledger.events.Baht;
import org.progressledger.events.Percent;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;
import org.progressledger.problems.CommonReason;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** รายงานความก้าวหน้า and แก้ไขรายงาน. */
@RestController
class ReportsController {
    private final RequestDesk desk;

    ReportsController(RequestDesk desk) {
        this.desk = desk;
    }

    record ReportFields(
            @Nullable Integer reportNo,
            @Nullable LocalDate reportedOn,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal disbursed,
            @Nullable ScheduleStatus scheduleStatus,
            @Nullable TargetStatus targetStatus,
            @Nullable String narrative) {}

    record CorrectionFields(
            @Nullable BigDecimal percent,
            @Nullable BigDecimal disbursed,
            @Nullable ScheduleStatus scheduleStatus,
            @Nullable TargetStatus targetStatus,
            @Nullable String narrative,
            @Nullable String reason,
            @Nullable String approver,
            @Nullable String letter) {
        boolean changesNothing() {
            return Stream.of(percent, disbursed, scheduleStatus, targetStatus, narrative)
                    .allMatch(Objects::isNull);
        }
    }

    /** The number and the revision that a report would bear if it were recorded now. */
    record CheckedReport(String projectCode, int reportNo, int revision) {}

    /** The report that a correction would correct if it were recorded now. */
    record CheckedCorrection(String projectCode, int reportNo) {}

    record ReturnFields(@Nullable String reason) {}

    /** {@code month} such as {@code 2021-06}; {@code until} is the last day. */
    record LateWindowFields(
            @Nullable String month,
            @Nullable LocalDate until,
            @Nullable String reason) {}

    @Operation(summary = "Report progress: รายงานความก้าวหน้า", tags = "Reports")
    @PostMapping("/api/v1/projects/{code}/reports")
    ResponseEntity<RecordedAnswer> report(@PathVariable String code, @RequestBody ReportFields body, Call call) {
        return desk.record(asked(code, body), call, body);
    }

    @Operation(summary = "Say what would become of a report; nothing is recorded", tags = "Reports")
    @PostMapping("/api/v1/projects/{code}/reports/check")
    CheckedReport checkReport(@PathVariable String code, @RequestBody ReportFields body, @CurrentAsker Asker asker) {
        ReportProgress asked = asked(code, body);
        ProgressReported event = (ProgressReported) desk.foreseen(asked, asker);
        return new CheckedReport(event.project().text(), event.reportNo(), event.revision());
    }

    private ReportProgress asked(String code, ReportFields body) {
        ProjectCode project = desk.code(code);
        Fields fields = desk.fields();
        Given<LocalDate> reportedOn = fields.date("reportedOn", body.reportedOn());
        Given<Percent> percent = fields.required("percent", body.percent(), Percent::of);
        Given<Baht> disbursed = fields.optional("disbursed", body.disbursed(), Baht::of);
        Given<String> narrative = fields.text("narrative", body.narrative());
        fields.refuseIfAnyIsWrong();
        ReportContent content = new ReportContent(
                percent.get(),
                disbursed.orNull(),
                Objects.requireNonNullElse(body.scheduleStatus(), ScheduleStatus.UNKNOWN),
                Objects.requireNonNullElse(body.targetStatus(), TargetStatus.UNKNOWN),
                narrative.get());
        return new ReportProgress(project, body.reportNo(), reportedOn.get(), content);
    }

    @Operation(summary = "Correct a report, with a reason", tags = "Reports")
    @PostMapping("/api/v1/projects/{code}/reports/{no}/correction")
    ResponseEntity<RecordedAnswer> correct(
            @PathVariable String code, @PathVariable int no, @RequestBody CorrectionFields body, Call call) {
        Fields fields = desk.fields();
        CorrectReport asked = asked(desk.code(code), no, body, fields);
        desk.refuseOtherAgency(asked.project(), call.asker());
        String approver = body.approver();
        return desk.record(
                approver == null || approver.isBlank()
                        ? asked
                        : asked.approvedBy(desk.sealed(fields, "approver", new PersonFields(approver, null))),
                call,
                body);
    }

    /** Nobody's name is sealed for a question. */
    @Operation(summary = "Say what would become of a correction; nothing is recorded", tags = "Reports")
    @PostMapping("/api/v1/projects/{code}/reports/{no}/correction/check")
    CheckedCorrection checkCorrection(
            @PathVariable String code,
            @PathVariable int no,
            @RequestBody CorrectionFields body,
            @CurrentAsker Asker asker) {
        CorrectReport asked = asked(desk.code(code), no, body, desk.fields());
        ProgressCorrected event = (ProgressCorrected) desk.foreseen(asked, asker);
        return new CheckedCorrection(event.project().text(), event.reportNo());
    }

    /** Without the approver's name, which is looked at alone. */
    private static CorrectReport asked(ProjectCode project, int no, CorrectionFields body, Fields fields) {
        Given<Percent> percent = fields.optional("percent", body.percent(), Percent::of);
        Given<Baht> disbursed = fields.optional("disbursed", body.disbursed(), Baht::of);
        Given<String> reason = fields.text("reason", body.reason());
        String narrative = fields.textOrNull("narrative", body.narrative());
        String letter = fields.nameOrNull("letter", body.letter());
        fields.nameOrNull("approver", body.approver());
        if (body.changesNothing()) {
            fields.wrong("percent", CommonReason.REQUIRED);
        }
        fields.refuseIfAnyIsWrong();
        return new CorrectReport(
                project,
                no,
                percent.orNull(),
                disbursed.orNull(),
                body.scheduleStatus(),
                body.targetStatus(),
                narrative,
                reason.get(),
                null,
                letter);
    }

    @Operation(summary = "Send the latest report back, with a reason: ส่งคืนรายงาน", tags = "Reports")
    @PostMapping("/api/v1/projects/{code}/reports/{no}/return")
    ResponseEntity<RecordedAnswer> giveBack(
            @PathVariable String code, @PathVariable int no, @RequestBody ReturnFields body, Call call) {
        ProjectCode project = desk.code(code);
        Fields fields = desk.fields();
        Given<String> reason = fields.text("reason", body.reason());
        fields.refuseIfAnyIsWrong();
        return desk.record(new ReturnReport(project, no, reason.get()), call, body);
    }

    @Operation(summary = "Let a month be reported after its deadline: เปิดให้รายงานย้อนหลัง", tags = "Reports")
    @PostMapping("/api/v1/projects/{code}/late-windows")
    ResponseEntity<RecordedAnswer> lateWindow(
            @PathVariable String code, @RequestBody LateWindowFields body, Call call) {
        ProjectCode project = desk.code(code);
        Fields fields = desk.fields();
        Given<YearMonth> month = fields.month("month", body.month());
        Given<LocalDate> until = fields.date("until", body.until());
        Given<String> reason = fields.text("reason", body.reason());
        fields.refuseIfAnyIsWrong();
        return desk.record(new OpenLateWindow(project, month.get(), until.get(), reason.get()), call, body);
    }
}
