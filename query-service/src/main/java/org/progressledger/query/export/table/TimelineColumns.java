package org.progressledger.query.export.table;

import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.Views.TimelineEntry;

/** One event in one row. */
final class TimelineColumns {
    static final Layout<Row> LAYOUT = new Layout<Row>()
            .code("projectCode", "รหัสโครงการ", "Project code", row -> row.project.projectCode())
            .whole("position", "ลำดับในสมุดบันทึก", "Ledger position", row -> row.entry.position())
            .whole("sequence", "ลำดับในโครงการ", "Sequence in the project", row -> row.entry.sequence())
            .text("type", "ชนิดเหตุการณ์", "Event", 24, row -> row.entry.type())
            .day("happenedOn", "วันที่เกิด", "Happened on", row -> row.entry.happenedOn())
            .instant("recordedAt", "บันทึกเมื่อ", "Recorded at", row -> row.entry.recordedAt())
            .actor(row -> row.entry.actor())
            .text(
                    "summaryThai",
                    "เหตุการณ์",
                    "What happened (Thai)",
                    60,
                    row -> row.entry.summary().th())
            .text(
                    "summaryEnglish",
                    "เหตุการณ์ (อังกฤษ)",
                    "What happened (English)",
                    60,
                    row -> row.entry.summary().en())
            .decimal(
                    "percentBefore",
                    "ร้อยละก่อน",
                    "Progress before",
                    row -> row.entry.percent().before())
            .decimal(
                    "percentAfter",
                    "ร้อยละหลัง",
                    "Progress after",
                    row -> row.entry.percent().after())
            .text("reason", "เหตุผล", "Reason", 40, row -> row.entry.reason())
            .whole("reportNo", "รายงานครั้งที่", "Report number", row -> row.entry.reportNo())
            .whole("withdrawnBy", "ถูกถอนโดยลำดับที่", "Withdrawn by position", row -> row.entry.withdrawnBy())
            .whole("withdraws", "ถอนลำดับที่", "Withdraws position", row -> row.entry.withdraws())
            .source(row -> row.entry.source())
            .text("eventId", "รหัสเหตุการณ์", "Event id", 20, row -> row.entry.eventId())
            .hash(row -> row.entry.hash());

    private TimelineColumns() {}

    record Row(ProjectView project, TimelineEntry entry) {}
}
