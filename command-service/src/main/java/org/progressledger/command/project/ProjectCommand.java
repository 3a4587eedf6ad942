package org.progressledger.command.project;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.Baht;
import org.progressledger.events.Letter;
import org.progressledger.events.PauseCause;
import org.progressledger.events.Percent;
import org.progressledger.events.PersonalData;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;
import org.progressledger.events.TargetStatus;

/** What is asked of a project. Each is answered by {@link Decisions}; persons in it are sealed already. */
public sealed interface ProjectCommand {
    ProjectCode project();

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
            implements ProjectCommand {}

    /** จัดกิจกรรม: an activity took place. */
    record RecordActivity(ProjectCode project, LocalDate heldOn, String description) implements ProjectCommand {}

    /** อ้างถึงหนังสือ: a letter belongs to the project. */
    record CiteLetter(ProjectCode project, Letter letter) implements ProjectCommand {}

    /** ชะลอโครงการ: work stands still from a day on. */
    record PauseProject(
            ProjectCode project, LocalDate effectiveOn, PauseCause cause, String words, @Nullable Letter letter)
            implements ProjectCommand {}

    /** ยื่นอุทธรณ์: open a round of an appeal. */
    record FileAppeal(
            ProjectCode project, int round, LocalDate filedOn, String grounds, String asked, @Nullable Letter letter)
            implements ProjectCommand {}

    /** พิจารณาอุทธรณ์: close a round. */
    record DecideAppeal(
            ProjectCode project,
            int round,
            LocalDate decidedOn,
            AppealOutcome outcome,
            @Nullable String criteriaBefore,
            @Nullable String criteriaAfter,
            @Nullable Letter letter)
            implements ProjectCommand {}

    /**
     * ยืนยันการนำเข้า: record what a person saw beside its source and confirmed.
     *
     * @param printout the digest of the printout's bytes
     * @param facts the registration, the reports and the accepted proposals, by date, then by place on paper
     */
    record ConfirmImport(ProjectCode project, Sha256 printout, List<ImportedFact> facts) implements ProjectCommand {
        public ConfirmImport {
            facts = List.copyOf(facts);
        }
    }

    /**
     * One fact that was read from paper.
     *
     * @param reportNo the report whose narrative tells it; null for what the form itself states
     */
    record ImportedFact(ProjectEvent event, Source source, @Nullable Integer reportNo) {}
}
