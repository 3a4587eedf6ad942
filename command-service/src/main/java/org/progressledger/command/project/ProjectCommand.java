package org.progressledger.command.project;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.Baht;
import org.progressledger.events.CriteriaChange;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.IndicatorId;
import org.progressledger.events.IndicatorKind;
import org.progressledger.events.Letter;
import org.progressledger.events.Measurement;
import org.progressledger.events.Objective;
import org.progressledger.events.PauseCause;
import org.progressledger.events.Percent;
import org.progressledger.events.PersonalData;
import org.progressledger.events.PlannedMonth;
import org.progressledger.events.PrintedIndicator;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.Quarter;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.ReviewOutcome;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.Score;
import org.progressledger.events.ScorePart;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;
import org.progressledger.events.StrategyLink;
import org.progressledger.events.TargetStatus;

/** What is asked of a project. Each is answered by {@link Decisions}; persons in it are sealed already. */
public sealed interface ProjectCommand {
    ProjectCode project();

    /** What a letter orders, approves or proves. */
    interface WithLetter {
        /** Null where none is named. */
        @Nullable
        Letter letter();
    }

    /** ขึ้นทะเบียนโครงการ: enter the project as the form's head states it. */
    record RegisterProject(ProjectRegistered facts) implements ProjectCommand {
        @Override
        public ProjectCode project() {
            return facts.project();
        }
    }

    /**
     * รายงานความก้าวหน้า: hand in a month's report.
     *
     * @param reportNo the number it claims; null takes the next one
     */
    record ReportProgress(ProjectCode project, @Nullable Integer reportNo, LocalDate reportedOn, ReportContent content)
            implements ProjectCommand {}

    /**
     * แก้ไขรายงาน: put a report right. What is null stays as it is.
     *
     * @param approver who approved it, sealed
     * @param letter the approval letter, as text
     */
    record CorrectReport(
            ProjectCode project,
            int reportNo,
            @Nullable Percent percent,
            @Nullable Baht disbursed,
            @Nullable ScheduleStatus scheduleStatus,
            @Nullable TargetStatus targetStatus,
            @Nullable String narrative,
            String reason,
            @Nullable PersonalData approver,
            @Nullable String letter)
            implements ProjectCommand {

        /** The same with the name of whoever approved it. */
        public CorrectReport approvedBy(@Nullable PersonalData sealed) {
            return new CorrectReport(
                    project,
                    reportNo,
                    percent,
                    disbursed,
                    scheduleStatus,
                    targetStatus,
                    narrative,
                    reason,
                    sealed,
                    letter);
        }
    }

    /** จัดกิจกรรม: an activity took place. */
    record RecordActivity(ProjectCode project, LocalDate heldOn, String description) implements ProjectCommand {}

    /** อ้างถึงหนังสือ: a letter belongs to the project. */
    record CiteLetter(ProjectCode project, Letter letter) implements ProjectCommand, WithLetter {}

    /** ชะลอโครงการ: work stands still from a day on. */
    record PauseProject(
            ProjectCode project,
            LocalDate effectiveOn,
            PauseCause cause,
            String words,
            @Nullable Letter letter) implements ProjectCommand, WithLetter {}

    /** ยื่นอุทธรณ์: open a round of an appeal. */
    record FileAppeal(
            ProjectCode project,
            int round,
            LocalDate filedOn,
            String grounds,
            String asked,
            @Nullable Letter letter) implements ProjectCommand, WithLetter {}

    /** พิจารณาอุทธรณ์: close a round. */
    record DecideAppeal(
            ProjectCode project,
            int round,
            LocalDate decidedOn,
            AppealOutcome outcome,
            @Nullable CriteriaChange criteria,
            @Nullable Letter letter)
            implements ProjectCommand, WithLetter {}

    /** ถอนอุทธรณ์: take a filed round back. */
    record WithdrawAppeal(
            ProjectCode project,
            int round,
            LocalDate withdrawnOn,
            String reason,
            @Nullable Letter letter) implements ProjectCommand, WithLetter {}

    /** สอบทานอุทธรณ์: say what was found about a round. */
    record ReviewAppeal(
            ProjectCode project, int round, @Nullable LocalDate reviewedOn, ReviewOutcome outcome, String finding)
            implements ProjectCommand {}

    /**
     * เปลี่ยนแปลงรายละเอียดโครงการ: amend what the head of the form states. What is null stays as it is; so does what is given
     * as it stands.
     */
    record AmendDetails(
            ProjectCode project,
            @Nullable LocalDate effectiveOn,
            NewDetails details,
            String reason,
            @Nullable Letter letter)
            implements ProjectCommand, WithLetter {}

    /** What details shall be from now on; null leaves one alone. Persons are sealed. */
    record NewDetails(
            @Nullable String name,
            @Nullable FiscalYear fiscalYear,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Baht budgetAllocated,
            @Nullable Baht budgetSpent,
            @Nullable ResponsibleAgency agency,
            @Nullable PersonalData responsibleOfficer,
            @Nullable PersonalData coordinator,
            @Nullable String rationale,
            @Nullable List<Objective> objectives,
            @Nullable String target,
            @Nullable StrategyLink strategy,
            @Nullable List<PrintedIndicator> indicators) {}

    /** แผนการดำเนินงาน: say how much is planned to be done by the end of each month. */
    record RecordPlan(
            ProjectCode project,
            @Nullable LocalDate effectiveOn,
            List<PlannedMonth> months,
            @Nullable String reason,
            @Nullable Letter letter)
            implements ProjectCommand, WithLetter {
        public RecordPlan {
            months = List.copyOf(months);
        }
    }

    /** ส่งคืนรายงาน: send the latest report back. */
    record ReturnReport(ProjectCode project, int reportNo, String reason) implements ProjectCommand {}

    /** เปิดให้รายงานย้อนหลัง: let a month be reported after its deadline. */
    record OpenLateWindow(ProjectCode project, YearMonth month, LocalDate untilInclusive, String reason)
            implements ProjectCommand {}

    /** ดำเนินโครงการต่อ: work goes on after a pause. */
    record ResumeProject(
            ProjectCode project,
            LocalDate effectiveOn,
            @Nullable String words,
            @Nullable Letter letter) implements ProjectCommand, WithLetter {}

    /** โครงการแล้วเสร็จ. */
    record CompleteProject(
            ProjectCode project,
            LocalDate completedOn,
            @Nullable String words,
            @Nullable Letter letter) implements ProjectCommand, WithLetter {}

    /** ยกเลิกโครงการ. */
    record CancelProject(
            ProjectCode project,
            LocalDate cancelledOn,
            String reason,
            @Nullable Letter letter) implements ProjectCommand, WithLetter {}

    /** เปิดโครงการใหม่. */
    record ReopenProject(
            ProjectCode project,
            LocalDate reopenedOn,
            String reason,
            @Nullable Letter letter) implements ProjectCommand, WithLetter {}

    /**
     * ถอนข้อเท็จจริงที่บันทึกผิด.
     *
     * @param sequence the place of the mistaken fact among the events of its project, from 0
     */
    record WithdrawFact(ProjectCode project, long sequence, String reason) implements ProjectCommand {}

    /**
     * กำหนดตัวชี้วัด.
     *
     * @param id null makes one of the code, else of a number
     */
    record AdoptIndicator(
            ProjectCode project,
            @Nullable IndicatorId id,
            @Nullable String code,
            String text,
            IndicatorKind kind,
            String unit,
            @Nullable String target,
            @Nullable String criteria,
            @Nullable LocalDate adoptedOn)
            implements ProjectCommand {}

    /**
     * ผลตัวชี้วัดรายไตรมาส.
     *
     * @param reason why, where it takes the place of an earlier statement
     */
    record RecordResult(
            ProjectCode project,
            IndicatorId indicator,
            Quarter quarter,
            @Nullable Measurement result,
            @Nullable String narrative,
            @Nullable LocalDate statedOn,
            @Nullable String reason)
            implements ProjectCommand {}

    /** เปลี่ยนเกณฑ์ตัวชี้วัด. */
    record ChangeCriteria(
            ProjectCode project,
            IndicatorId indicator,
            String criteria,
            LocalDate effectiveOn,
            @Nullable Integer appealRound,
            String reason)
            implements ProjectCommand {}

    /**
     * สยป. ประเมิน: score a quarter.
     *
     * @param indicator null scores the project
     * @param criteriaVersion null takes the criteria in force on the day of the score
     * @param reason why, where it takes the place of an earlier score
     */
    record EvaluateQuarter(
            ProjectCode project,
            Quarter quarter,
            @Nullable IndicatorId indicator,
            @Nullable Integer criteriaVersion,
            @Nullable Score score,
            List<ScorePart> parts,
            @Nullable String remark,
            @Nullable LocalDate evaluatedOn,
            @Nullable String reason)
            implements ProjectCommand {
        public EvaluateQuarter {
            parts = List.copyOf(parts);
        }
    }

    /**
     * ยืนยันการนำเข้า: record what a person saw beside its source and confirmed.
     *
     * @param printout the digest of the printout's bytes
     * @param facts the registration, the reports and the accepted proposals, by date, then by place on paper
     * @param amendments details that narratives tell with a letter, then those that the head states otherwise, as accepted
     * @param corrections why recorded reports are corrected to what the paper states
     */
    record ConfirmImport(
            ProjectCode project,
            Sha256 printout,
            List<ImportedFact> facts,
            List<PaperAmendment> amendments,
            List<PaperCorrection> corrections)
            implements ProjectCommand {
        public ConfirmImport {
            facts = List.copyOf(facts);
            amendments = List.copyOf(amendments);
            corrections = List.copyOf(corrections);
        }

        /** A printout that amends and corrects nothing. */
        public ConfirmImport(ProjectCode project, Sha256 printout, List<ImportedFact> facts) {
            this(project, printout, facts, List.of(), List.of());
        }
    }

    /**
     * Details that a later printout states, or a narrative with its approval letter.
     *
     * @param on the date of the report that tells it, else of the paper's last one; null where it has none
     * @param letter the letter that approved it, where one is told
     * @param reason what a person changed of the value that was read; null for nothing
     */
    record PaperAmendment(
            NewDetails details,
            Source source,
            @Nullable LocalDate on,
            @Nullable Integer reportNo,
            @Nullable Letter letter,
            @Nullable String reason) {}

    /** Why a recorded report is corrected to what a later printout states. */
    record PaperCorrection(int reportNo, String reason, String letter) {}

    /**
     * One fact that was read from paper.
     *
     * @param reportNo the report whose narrative tells it; null for what the form itself states
     * @param asRead the fact as the paper was read, where a person changed it before confirming; null where nobody did
     * @param reason why, where the paper tells it beside the fact itself
     */
    record ImportedFact(
            ProjectEvent event,
            Source source,
            @Nullable Integer reportNo,
            @Nullable ProjectEvent asRead,
            @Nullable String reason) {
        public ImportedFact(ProjectEvent event, Source source, @Nullable Integer reportNo) {
            this(event, source, reportNo, null, null);
        }
    }

    /**
     * รับทราบข้อสังเกต: an auditor has seen a hit of an audit flag.
     *
     * @param flagId the hit's id within its project; one of that flag's
     * @param reason what the auditor makes of it
     */
    record AcknowledgeFlag(ProjectCode project, String flagId, AuditFlag flag, String reason)
            implements ProjectCommand {}
}
