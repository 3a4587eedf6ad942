package org.progressledger.query.export.table;

import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ReportViews.PercentChangeView;

/** One move of a percentage in one row. */
final class PercentChangeColumns {
    static final Layout<Row> LAYOUT = new Layout<Row>()
            .code("projectCode", "รหัสโครงการ", "Project code", row -> row.project.projectCode())
            .text("projectName", "ชื่อโครงการ", "Project", 36, row -> row.project.name())
            .whole("reportNo", "รายงานครั้งที่", "Report number", row -> row.change.reportNo())
            .decimal("reportFrom", "ร้อยละของรายงานก่อน", "Report's before", row -> row.change.reportFrom())
            .decimal("reportTo", "ร้อยละของรายงานหลัง", "Report's after", row -> row.change.reportTo())
            .decimal("from", "ร้อยละของโครงการก่อน", "Project's before", row -> row.change.from())
            .decimal("to", "ร้อยละของโครงการหลัง", "Project's after", row -> row.change.to())
            .decimal("change", "เปลี่ยน (จุด)", "Change (points)", row -> row.change.change())
            .code("cause", "สาเหตุ (รหัส)", "Cause", row -> row.change.cause())
            .day("happenedOn", "วันที่เกิด", "Happened on", row -> row.change.happenedOn())
            .instant("recordedAt", "บันทึกเมื่อ", "Recorded at", row -> row.change.recordedAt())
            .actor(row -> row.change.actor())
            .text("reason", "เหตุผล", "Reason", 40, row -> row.change.reason())
            .whole(
                    "position",
                    "ลำดับในสมุดบันทึก",
                    "Ledger position",
                    row -> row.change.event().position())
            .whole(
                    "sequence",
                    "ลำดับในโครงการ",
                    "Sequence in the project",
                    row -> row.change.event().sequence())
            .source(row -> row.change.source())
            .hash(row -> row.change.event().hash());

    private PercentChangeColumns() {}

    record Row(ProjectView project, PercentChangeView change) {}
}
