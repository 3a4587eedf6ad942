package org.progressledger.query.projection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.FactWithdrawn;
import org.progressledger.events.FlagAcknowledged;
import org.progressledger.events.IndicatorResultRecorded;
import org.progressledger.events.PlanRecorded;
import org.progressledger.events.PlannedMonth;
import org.progressledger.events.ProjectDetailsAmended;
import org.progressledger.events.ProjectDetailsAmended.Detail;
import org.progressledger.events.Quarter;
import org.progressledger.events.QuarterEvaluated;
import org.progressledger.query.projection.Views.Summary;

/** The sentences that need more than a line. */
final class MoreSummaries {
    private MoreSummaries() {}

    static Summary amended(ProjectDetailsAmended amended) {
        List<String> thai = new ArrayList<>();
        List<String> english = new ArrayList<>();
        for (Detail detail : amended.changes().keySet()) {
            thai.add(inThai(detail));
            english.add(inEnglish(detail));
        }
        return new Summary("เปลี่ยนแปลง" + String.join(" ", thai), "Amended: " + String.join(", ", english));
    }

    private static String inThai(Detail detail) {
        return switch (detail) {
            case NAME -> "ชื่อโครงการ";
            case FISCAL_YEAR -> "ปีงบประมาณ";
            case PERIOD -> "ระยะเวลาโครงการ";
            case BUDGET_ALLOCATED -> "งบประมาณที่ได้รับ";
            case BUDGET_SPENT -> "งบประมาณที่ใช้ไป";
            case AGENCY -> "หน่วยงานที่รับผิดชอบ";
            case RESPONSIBLE_OFFICER -> "ผู้รับผิดชอบ";
            case COORDINATOR -> "ผู้ประสานงาน";
            case RATIONALE -> "หลักการและเหตุผล";
            case OBJECTIVES -> "วัตถุประสงค์";
            case TARGET -> "เป้าหมาย";
            case STRATEGY -> "ยุทธศาสตร์";
            case INDICATORS -> "ตัวชี้วัดในแบบ";
        };
    }

    private static String inEnglish(Detail detail) {
        return detail.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Summary planned(PlanRecorded plan) {
        PlannedMonth last = plan.months().getLast();
        return new Summary(
                "บันทึกแผน %s เดือน ถึงร้อยละ %s ใน %s"
                        .formatted(plan.months().size(), last.percent(), ThaiText.month(last.month())),
                "Plan of %s months recorded, up to %s per cent in %s"
                        .formatted(plan.months().size(), last.percent(), EnglishText.month(last.month())));
    }

    /** What was withdrawn, in the office's words; a type that cannot be withdrawn today keeps its stored name. */
    static Summary withdrawn(FactWithdrawn withdrawn) {
        String thai = switch (withdrawn.type()) {
            case "activity-held" -> "กิจกรรม";
            case "letter-cited" -> "หนังสือ";
            case "project-paused" -> "การชะลอโครงการ";
            case "appeal-filed" -> "การยื่นอุทธรณ์";
            case "appeal-cited" -> "ข้อความที่กล่าวถึงอุทธรณ์";
            default -> withdrawn.type();
        };
        String english = switch (withdrawn.type()) {
            case "activity-held" -> "activity";
            case "letter-cited" -> "letter";
            case "project-paused" -> "pause";
            case "appeal-filed" -> "filing of an appeal";
            case "appeal-cited" -> "mention of an appeal";
            default -> withdrawn.type();
        };
        return new Summary(
                "ถอน%sที่บันทึกผิด (เหตุการณ์ลำดับที่ %s)".formatted(thai, withdrawn.sequence()),
                "Withdrawn as recorded by mistake: event %s (%s)".formatted(withdrawn.sequence(), english));
    }

    static Summary acknowledged(FlagAcknowledged acknowledged) {
        Summary flag = FlagWords.of(acknowledged.flag());
        return new Summary("ผู้ตรวจสอบรับทราบข้อสังเกต " + flag.th(), "Flag acknowledged: " + flag.en());
    }

    static Summary measured(IndicatorResultRecorded result) {
        BigDecimal value = result.result() == null ? null : result.result().value();
        return new Summary(
                "ผลตัวชี้วัด %s %s: %s"
                        .formatted(result.indicator(), thai(result.quarter()), orBlank(value, "ไม่ระบุ")),
                "Result of indicator %s in %s: %s"
                        .formatted(
                                result.indicator(),
                                EnglishText.quarter(result.quarter()),
                                orBlank(value, "left blank")));
    }

    static Summary scored(QuarterEvaluated evaluated) {
        BigDecimal value = evaluated.score() == null ? null : evaluated.score().value();
        return evaluated.indicator() == null
                ? new Summary(
                        "สยป. ประเมินโครงการ %s: คะแนน %s"
                                .formatted(thai(evaluated.quarter()), orBlank(value, "ไม่ระบุ")),
                        "Project scored for %s: %s"
                                .formatted(EnglishText.quarter(evaluated.quarter()), orBlank(value, "left blank")))
                : new Summary(
                        "สยป. ตรวจประเมินตัวชี้วัด %s %s ตามเกณฑ์ฉบับที่ %s: คะแนน %s"
                                .formatted(
                                        evaluated.indicator(),
                                        thai(evaluated.quarter()),
                                        evaluated.criteriaVersion(),
                                        orBlank(value, "ไม่ระบุ")),
                        "Indicator %s scored for %s under criteria version %s: %s"
                                .formatted(
                                        evaluated.indicator(),
                                        EnglishText.quarter(evaluated.quarter()),
                                        evaluated.criteriaVersion(),
                                        orBlank(value, "left blank")));
    }

    private static String thai(Quarter quarter) {
        return "ไตรมาสที่ %s/%s".formatted(quarter.number(), quarter.fiscalYear());
    }

    private static String orBlank(@Nullable BigDecimal value, String blank) {
        return value == null ? blank : value.toPlainString();
    }
}
