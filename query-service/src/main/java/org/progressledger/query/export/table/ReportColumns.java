package org.progressledger.query.export.table;

import org.jspecify.annotations.Nullable;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.projection.ReportViews.ReturnView;

/** One revision of a report in one row. */
final class ReportColumns {
    private static final int LONG = 70;

    static final Layout<Row> LAYOUT = new Layout<Row>()
            .code("projectCode", "รหัสโครงการ", "Project code", row -> row.project.projectCode())
            .text("projectName", "ชื่อโครงการ", "Project", 36, row -> row.project.name())
            .whole("reportNo", "รายงานครั้งที่", "Report number", row -> row.report.reportNo())
            .whole("revision", "ฉบับที่", "Revision", row -> row.report.revision())
            .word("state", "สถานะรายงาน", "State", row -> row.report.state(), Wording::thai)
            .day("reportedOn", "วันที่รายงาน", "Reported on", row -> row.report.reportedOn())
            .decimal("percent", "ความก้าวหน้า (ร้อยละ)", "Progress (per cent)", row -> row.report.percent())
            .decimal("change", "เปลี่ยนจากครั้งก่อน", "Change (points)", row -> row.report.change())
            .decimal("disbursed", "เบิกใช้ (บาท)", "Disbursed (baht)", row -> row.report.disbursed())
            .word("scheduleStatus", "ตามแผน", "Schedule", row -> row.report.scheduleStatus(), Wording::thai)
            .word("targetStatus", "ตามเป้าหมาย", "Target", row -> row.report.targetStatus(), Wording::thai)
            .text(
                    "scheduleAsPrinted",
                    "แผนตามที่พิมพ์",
                    "Schedule as printed",
                    18,
                    row -> row.report.scheduleAsPrinted())
            .text(
                    "targetAsPrinted",
                    "เป้าหมายตามที่พิมพ์",
                    "Target as printed",
                    18,
                    row -> row.report.targetAsPrinted())
            .text("narrative", "ข้อความ", "Narrative", LONG, row -> row.report.narrative())
            .text("narrativeRaw", "ข้อความตามที่พิมพ์", "Narrative as printed", 30, row -> row.report.narrativeRaw())
            .whole("labelNo", "หัวแถวที่พิมพ์", "Printed label", row -> row.report.labelNo())
            .whole(
                    "corrections",
                    "จำนวนการแก้ไข",
                    "Corrections",
                    row -> row.report.corrections().size())
            .text("returnedReason", "เหตุผลที่ส่งคืน", "Why it was returned", 30, ReportColumns::returnedReason)
            .instant(
                    "recordedAt",
                    "บันทึกเมื่อ",
                    "Recorded at",
                    row -> row.report.event().recordedAt())
            .actor(row -> row.report.event().actor())
            .whole(
                    "position",
                    "ลำดับในสมุดบันทึก",
                    "Ledger position",
                    row -> row.report.event().position())
            .whole(
                    "sequence",
                    "ลำดับในโครงการ",
                    "Sequence in the project",
                    row -> row.report.event().sequence())
            .source(row -> row.report.source())
            .hash(row -> row.report.event().hash());

    private ReportColumns() {}

    record Row(ProjectView project, ReportView report) {}

    private static @Nullable String returnedReason(Row row) {
        ReturnView returned = row.report.returned();
        return returned == null ? null : returned.reason();
    }
}
