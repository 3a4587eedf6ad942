package org.progressledger.query.export.table;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ReportViews.LatestReportView;
import org.progressledger.query.projection.Views.PauseView;

/** The latest status of a project in one row. */
final class ProjectColumns {
    private static final int NAME = 44;
    private static final int LONG = 60;

    static final Layout<ProjectView> LAYOUT = new Layout<ProjectView>()
            .code("projectCode", "รหัสโครงการ", "Project code", ProjectView::projectCode)
            .text("name", "ชื่อโครงการ", "Name", NAME, ProjectView::name)
            .whole("fiscalYear", "ปีงบประมาณ พ.ศ.", "Fiscal year (Buddhist)", ProjectView::fiscalYear)
            .code(
                    "agencyCode",
                    "รหัสหน่วยงาน",
                    "Agency code",
                    project -> project.agency().code())
            .text(
                    "agencyName",
                    "หน่วยงานตามแบบ",
                    "Agency as on the form",
                    30,
                    project -> project.agency().name())
            .text(
                    "agencyRegisterName",
                    "หน่วยงานตามทะเบียน",
                    "Agency in the register",
                    30,
                    project -> project.agency().registerName())
            .text(
                    "division",
                    "ฝ่าย",
                    "Division",
                    24,
                    project -> project.agency().division())
            .text(
                    "section",
                    "กลุ่มงาน",
                    "Section",
                    24,
                    project -> project.agency().section())
            .day(
                    "startsOn",
                    "วันเริ่มต้น",
                    "Starts on",
                    project -> project.period().startsOn())
            .day("endsOn", "วันสิ้นสุด", "Ends on", project -> project.period().endsOn())
            .decimal(
                    "allocated",
                    "งบประมาณที่ได้รับ (บาท)",
                    "Budget allocated (baht)",
                    project -> project.budget().allocated())
            .decimal(
                    "spent",
                    "งบประมาณที่ใช้ไป (บาท)",
                    "Budget spent (baht)",
                    project -> project.budget().spent())
            .day(
                    "spentStatedOn",
                    "วันที่ระบุงบที่ใช้ไป",
                    "Spent stated on",
                    project -> project.budget().spentStatedOn())
            .word("status", "สถานะ", "Status", ProjectView::status, Wording::thai)
            .decimal("percent", "ความก้าวหน้า (ร้อยละ)", "Progress (per cent)", ProjectView::percent)
            .whole("reportCount", "จำนวนรายงาน", "Reports", ProjectView::reportCount)
            .whole("latestReportNo", "รายงานล่าสุดครั้งที่", "Latest report", latest(LatestReportView::reportNo))
            .day("latestReportedOn", "วันที่รายงานล่าสุด", "Latest report's date", latest(LatestReportView::reportedOn))
            .decimal(
                    "latestDisbursed",
                    "เบิกใช้ตามรายงานล่าสุด (บาท)",
                    "Disbursed in the latest report (baht)",
                    latest(LatestReportView::disbursed))
            .word(
                    "latestScheduleStatus",
                    "แผน (รายงานล่าสุด)",
                    "Schedule in the latest report",
                    latest(LatestReportView::scheduleStatus),
                    Wording::thai)
            .word(
                    "latestTargetStatus",
                    "เป้าหมาย (รายงานล่าสุด)",
                    "Target in the latest report",
                    latest(LatestReportView::targetStatus),
                    Wording::thai)
            .text(
                    "latestNarrative",
                    "ข้อความในรายงานล่าสุด",
                    "Words of the latest report",
                    LONG,
                    latest(LatestReportView::narrative))
            .day("pausedFrom", "ชะลอตั้งแต่", "Paused since", ProjectColumns::pausedFrom)
            .whole(
                    "pauses",
                    "จำนวนการชะลอ",
                    "Pauses",
                    project -> project.pauses().size())
            .whole(
                    "appeals",
                    "จำนวนอุทธรณ์",
                    "Appeals",
                    project -> project.appeals().size())
            .whole("flags", "จำนวนข้อสังเกต", "Flags", project -> flags(project).size())
            .text("flagNames", "ข้อสังเกต", "Names of the flags", 30, ProjectColumns::flagNames)
            .text(
                    "responsibleOfficer",
                    "ผู้รับผิดชอบ",
                    "Responsible officer",
                    24,
                    project -> Wording.name(project.responsibleOfficer()))
            .text(
                    "responsibleOfficerPhone",
                    "โทรศัพท์ผู้รับผิดชอบ",
                    "Officer's telephone",
                    18,
                    project -> Wording.phone(project.responsibleOfficer()))
            .text("coordinator", "ผู้ประสานงาน สยป.", "Coordinator", 24, project -> Wording.name(project.coordinator()))
            .text(
                    "coordinatorPhone",
                    "โทรศัพท์ผู้ประสานงาน",
                    "Coordinator's telephone",
                    18,
                    project -> Wording.phone(project.coordinator()))
            .text("rationale", "หลักการและเหตุผล", "Rationale", LONG, ProjectView::rationale)
            .text("target", "เป้าหมาย", "Target", LONG, ProjectView::target)
            .whole("version", "จำนวนเหตุการณ์", "Events", ProjectView::version)
            .whole("ledgerPosition", "ลำดับสุดท้ายในสมุดบันทึก", "Last ledger position", ProjectView::ledgerPosition)
            .instant("recordedAt", "บันทึกล่าสุดเมื่อ", "Last recorded at", ProjectView::recordedAt);

    private ProjectColumns() {}

    static List<FlagView> flags(ProjectView project) {
        return Objects.requireNonNullElse(project.flags(), List.of());
    }

    private static String flagNames(ProjectView project) {
        return flags(project).stream()
                .map(flag -> flag.flag().name())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static java.time.@Nullable LocalDate pausedFrom(ProjectView project) {
        return project.pauses().stream()
                .filter(pause -> pause.until() == null)
                .map(PauseView::from)
                .findFirst()
                .orElse(null);
    }

    private static <T> Function<ProjectView, @Nullable T> latest(Function<LatestReportView, @Nullable T> value) {
        return project -> {
            LatestReportView latest = project.latestReport();
            return latest == null ? null : value.apply(latest);
        };
    }
}
