package org.progressledger.query.projection;

import org.progressledger.events.ActivityHeld;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.AppealReviewed;
import org.progressledger.events.AppealWithdrawn;
import org.progressledger.events.EvidenceAttached;
import org.progressledger.events.FactWithdrawn;
import org.progressledger.events.FlagAcknowledged;
import org.progressledger.events.FormCertified;
import org.progressledger.events.IndicatorAdopted;
import org.progressledger.events.IndicatorCriteriaChanged;
import org.progressledger.events.IndicatorResultRecorded;
import org.progressledger.events.LateWindowOpened;
import org.progressledger.events.LetterCited;
import org.progressledger.events.PauseCause;
import org.progressledger.events.PlanRecorded;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCancelled;
import org.progressledger.events.ProjectCompleted;
import org.progressledger.events.ProjectDetailsAmended;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.ProjectReopened;
import org.progressledger.events.ProjectResumed;
import org.progressledger.events.QuarterEvaluated;
import org.progressledger.events.ReportReturned;
import org.progressledger.events.ReviewOutcome;
import org.progressledger.query.projection.Views.Summary;

/** Each fact in one sentence, Thai first. The switch has no default: a new fact is asked here how it reads. */
final class Summaries {
    private static final int LONGEST_QUOTE = 120;

    private Summaries() {}

    static Summary of(ProjectEvent event) {
        return switch (event) {
            case ProjectRegistered registered ->
                new Summary("ขึ้นทะเบียนโครงการ " + registered.name(), "Project registered: " + registered.name());
            case ProgressReported reported ->
                new Summary(
                        "รายงานครั้งที่ %s ความก้าวหน้าร้อยละ %s"
                                .formatted(
                                        reported.reportNo(), reported.content().percent()),
                        "Report %s: %s per cent"
                                .formatted(
                                        reported.reportNo(), reported.content().percent()));
            case ProgressCorrected corrected -> correction(corrected);
            case ActivityHeld held ->
                new Summary(
                        "จัดกิจกรรมเมื่อ %s: %s".formatted(ThaiText.date(held.heldOn()), quoted(held.description())),
                        "Activity held on %s: %s"
                                .formatted(EnglishText.date(held.heldOn()), quoted(held.description())));
            case LetterCited cited ->
                new Summary(
                        "อ้างถึงหนังสือ " + cited.letter().number(),
                        "Letter cited: " + cited.letter().number());
            case ProjectPaused paused ->
                new Summary(
                        "ชะลอโครงการตั้งแต่ %s%s"
                                .formatted(
                                        ThaiText.date(paused.effectiveOn()),
                                        paused.cause() == PauseCause.COVID_19 ? " (โควิด-19)" : ""),
                        "Paused from %s%s"
                                .formatted(
                                        EnglishText.date(paused.effectiveOn()),
                                        paused.cause() == PauseCause.COVID_19 ? " (COVID-19)" : ""));
            case AppealFiled filed ->
                new Summary("ยื่นอุทธรณ์รอบที่ " + filed.round(), "Appeal filed, round " + filed.round());
            case AppealDecided decided ->
                new Summary(
                        "ผลการพิจารณาอุทธรณ์รอบที่ %s: %s".formatted(decided.round(), thai(decided.outcome())),
                        "Appeal decided, round %s: %s".formatted(decided.round(), english(decided.outcome())));
            case AppealCited cited -> citation(cited);
            case AppealWithdrawn withdrawn ->
                new Summary(
                        "ถอนคำขออุทธรณ์รอบที่ " + withdrawn.round(), "Appeal taken back, round " + withdrawn.round());
            case AppealReviewed reviewed ->
                new Summary(
                        "ผลการสอบทานอุทธรณ์รอบที่ %s: %s".formatted(reviewed.round(), thai(reviewed.outcome())),
                        "Appeal reviewed, round %s: %s".formatted(reviewed.round(), english(reviewed.outcome())));
            case ProjectDetailsAmended amended -> MoreSummaries.amended(amended);
            case PlanRecorded plan -> MoreSummaries.planned(plan);
            case ProjectResumed resumed ->
                new Summary(
                        "ดำเนินโครงการต่อตั้งแต่ " + ThaiText.date(resumed.effectiveOn()),
                        "Work goes on from " + EnglishText.date(resumed.effectiveOn()));
            case ProjectCompleted completed ->
                new Summary(
                        "โครงการแล้วเสร็จเมื่อ " + ThaiText.date(completed.completedOn()),
                        "Project completed on " + EnglishText.date(completed.completedOn()));
            case ProjectCancelled cancelled ->
                new Summary(
                        "ยกเลิกโครงการเมื่อ " + ThaiText.date(cancelled.cancelledOn()),
                        "Project cancelled on " + EnglishText.date(cancelled.cancelledOn()));
            case ProjectReopened reopened ->
                new Summary(
                        "เปิดโครงการใหม่เมื่อ " + ThaiText.date(reopened.reopenedOn()),
                        "Project reopened on " + EnglishText.date(reopened.reopenedOn()));
            case EvidenceAttached attached ->
                new Summary("แนบหลักฐาน " + quoted(attached.name()), "Evidence attached: " + quoted(attached.name()));
            case FactWithdrawn withdrawn -> MoreSummaries.withdrawn(withdrawn);
            case ReportReturned returned ->
                new Summary(
                        "ส่งคืนรายงานครั้งที่ " + returned.reportNo(), "Report " + returned.reportNo() + " returned");
            case LateWindowOpened opened ->
                new Summary(
                        "เปิดให้รายงานเดือน %s ย้อนหลังถึง %s"
                                .formatted(ThaiText.month(opened.month()), ThaiText.date(opened.untilInclusive())),
                        "The month %s may be reported late, until %s"
                                .formatted(
                                        EnglishText.month(opened.month()), EnglishText.date(opened.untilInclusive())));
            case IndicatorAdopted adopted ->
                new Summary(
                        "กำหนดตัวชี้วัด %s: %s".formatted(adopted.id(), quoted(adopted.text())),
                        "Indicator %s adopted: %s".formatted(adopted.id(), quoted(adopted.text())));
            case IndicatorResultRecorded result -> MoreSummaries.measured(result);
            case IndicatorCriteriaChanged changed ->
                new Summary(
                        "เปลี่ยนเกณฑ์ตัวชี้วัด %s เป็นฉบับที่ %s มีผลตั้งแต่ %s"
                                .formatted(
                                        changed.indicator(), changed.version(), ThaiText.date(changed.effectiveOn())),
                        "Criteria of indicator %s changed to version %s from %s"
                                .formatted(
                                        changed.indicator(),
                                        changed.version(),
                                        EnglishText.date(changed.effectiveOn())));
            case QuarterEvaluated evaluated -> MoreSummaries.scored(evaluated);
            case FlagAcknowledged acknowledged -> MoreSummaries.acknowledged(acknowledged);
            case FormCertified certified ->
                new Summary(
                        "รับรองแบบรายงาน ณ ลำดับที่ %s ในสมุดบันทึก".formatted(certified.ledgerPosition()),
                        "Form certified at ledger position " + certified.ledgerPosition());
        };
    }

    private static Summary correction(ProgressCorrected corrected) {
        String before = corrected.before().percent().toString();
        String after = corrected.after().percent().toString();
        return before.equals(after)
                ? new Summary(
                        "แก้ไขรายงานครั้งที่ %s (ร้อยละคงเดิม)".formatted(corrected.reportNo()),
                        "Report %s corrected, the percentage unchanged".formatted(corrected.reportNo()))
                : new Summary(
                        "แก้ไขรายงานครั้งที่ %s จากร้อยละ %s เป็น %s".formatted(corrected.reportNo(), before, after),
                        "Report %s corrected from %s to %s per cent".formatted(corrected.reportNo(), before, after));
    }

    private static Summary citation(AppealCited cited) {
        String stage = switch (cited.stage()) {
            case INTENDED -> "จะยื่นอุทธรณ์";
            case AWAITING_RESULT -> "รอผลอุทธรณ์";
            case DECIDED -> "มีผลอุทธรณ์";
        };
        String stageInEnglish = switch (cited.stage()) {
            case INTENDED -> "an appeal is intended";
            case AWAITING_RESULT -> "an appeal awaits its result";
            case DECIDED -> "an appeal was decided";
        };
        String round = cited.round() == null ? "" : " รอบที่ " + cited.round();
        String roundInEnglish = cited.round() == null ? "" : ", round " + cited.round();
        return new Summary(
                "ข้อความกล่าวถึงอุทธรณ์: " + stage + round + " (ไม่มีเอกสารในสมุด)",
                "The narrative says: " + stageInEnglish + roundInEnglish + " (no papers recorded)");
    }

    private static String thai(AppealOutcome outcome) {
        return switch (outcome) {
            case GRANTED -> "อนุมัติ";
            case PARTLY_GRANTED -> "อนุมัติบางส่วน";
            case REFUSED -> "ไม่อนุมัติ";
        };
    }

    private static String english(AppealOutcome outcome) {
        return switch (outcome) {
            case GRANTED -> "granted";
            case PARTLY_GRANTED -> "partly granted";
            case REFUSED -> "refused";
        };
    }

    private static String thai(ReviewOutcome outcome) {
        return switch (outcome) {
            case COMPLIANT -> "เป็นไปตามเกณฑ์";
            case NOT_COMPLIANT -> "ไม่เป็นไปตามเกณฑ์";
            case INCONCLUSIVE -> "ยังสรุปไม่ได้";
        };
    }

    private static String english(ReviewOutcome outcome) {
        return switch (outcome) {
            case COMPLIANT -> "compliant";
            case NOT_COMPLIANT -> "not compliant";
            case INCONCLUSIVE -> "inconclusive";
        };
    }

    /** Cut between characters as a reader sees them, never inside one. */
    static String quoted(String text) {
        String line = text.replaceAll("\\s+", " ");
        if (line.length() <= LONGEST_QUOTE) {
            return line;
        }
        com.ibm.icu.text.BreakIterator graphemes = com.ibm.icu.text.BreakIterator.getCharacterInstance();
        graphemes.setText(line);
        return line.substring(0, graphemes.preceding(LONGEST_QUOTE)) + "…";
    }
}
