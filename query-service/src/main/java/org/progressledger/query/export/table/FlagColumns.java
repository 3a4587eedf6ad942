package org.progressledger.query.export.table;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.FlagView.Acknowledged;

/** One hit of an audit flag in one row. */
final class FlagColumns {
    static final Layout<FlagView> LAYOUT = new Layout<FlagView>()
            .code("projectCode", "รหัสโครงการ", "Project code", FlagView::projectCode)
            .text("projectName", "ชื่อโครงการ", "Project", 36, FlagView::projectName)
            .text("flag", "ข้อสังเกต", "Flag", 26, hit -> hit.flag().name())
            .text("flagId", "รหัสข้อสังเกต", "Id of the hit", 28, FlagView::id)
            .word("severity", "ระดับ", "Severity", FlagView::severity, Wording::thai)
            .whole("reportNo", "รายงานครั้งที่", "Report number", FlagView::reportNo)
            .text(
                    "textThai",
                    "คำอธิบาย",
                    "What was found (Thai)",
                    70,
                    hit -> hit.text().th())
            .text(
                    "textEnglish",
                    "คำอธิบาย (อังกฤษ)",
                    "What was found (English)",
                    70,
                    hit -> hit.text().en())
            .text("positions", "ลำดับของหลักฐาน", "Positions of the evidence", 18, FlagColumns::positions)
            .text(
                    "sourceLines",
                    "บรรทัดในเอกสารต้นฉบับ",
                    "Lines of the printout",
                    18,
                    hit -> Wording.lines(hit.evidence().lines()))
            .whole("ruleVersion", "รุ่นของกฎ", "Version of the rule", FlagView::ruleVersion)
            .code("acknowledgedBy", "รับทราบโดย", "Acknowledged by", seen(Acknowledged::by))
            .instant("acknowledgedAt", "รับทราบเมื่อ", "Acknowledged at", seen(Acknowledged::at))
            .text("acknowledgedReason", "เหตุผลที่รับทราบ", "Why", 40, seen(Acknowledged::reason))
            .text(
                    "newerEvidence",
                    "มีหลักฐานใหม่กว่า",
                    "Newer evidence",
                    12,
                    seen(acknowledged -> Boolean.toString(acknowledged.newerEvidence())));

    private FlagColumns() {}

    private static String positions(FlagView hit) {
        return hit.evidence().positions().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static <T> Function<FlagView, @Nullable T> seen(Function<Acknowledged, @Nullable T> value) {
        return hit -> {
            Acknowledged acknowledged = hit.acknowledged();
            return acknowledged == null ? null : value.apply(acknowledged);
        };
    }
}
