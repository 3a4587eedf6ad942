package org.progressledger.command.bulk;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * What a column may tell. The first Thai and English names are those of the template; the others are words that agencies
 * use. Names are compared by {@link Heading}.
 */
enum Field {
    PROJECT_CODE("projectCode", true, "รหัสโครงการ", "Project code", "รหัส", "เลขที่โครงการ", "code"),
    /** Not recorded: compared with the register, for a slip in the code is seen by it. */
    PROJECT_NAME("projectName", false, "ชื่อโครงการ", "Project name", "ชื่อโครงการ/กิจกรรม"),
    REPORT_NO("reportNo", false, "รายงานครั้งที่", "Report no.", "ครั้งที่", "ครั้งที่รายงาน", "report number"),
    REPORTED_ON(
            "reportedOn",
            true,
            "วันที่รายงาน",
            "Reported on",
            "วันที่",
            "วัน เดือน ปี",
            "วันเดือนปี",
            "date",
            "report date"),
    PERCENT(
            "percent",
            true,
            "ความก้าวหน้า (ร้อยละ)",
            "Progress (%)",
            "ความก้าวหน้า",
            "ความก้าวหน้าของงาน",
            "ร้อยละความก้าวหน้า",
            "ร้อยละ",
            "ความคืบหน้า",
            "progress",
            "percentage"),
    DISBURSED(
            "disbursed",
            false,
            "งบประมาณที่เบิกใช้ (บาท)",
            "Disbursed (baht)",
            "งบประมาณที่เบิกใช้",
            "งบประมาณที่ใช้ไป",
            "เบิกจ่าย",
            "ผลการเบิกจ่าย",
            "เงินที่เบิกใช้",
            "disbursement"),
    NARRATIVE(
            "narrative",
            true,
            "ผลการดำเนินงาน",
            "Narrative",
            "รายละเอียด",
            "รายละเอียดความก้าวหน้า",
            "รายละเอียดการดำเนินงาน",
            "ข้อความรายงาน",
            "การดำเนินงาน",
            "details"),
    SCHEDULE_STATUS("scheduleStatus", false, "เทียบกับแผน", "Against plan", "สถานะตามแผน", "การเป็นไปตามแผน"),
    TARGET_STATUS(
            "targetStatus", false, "เทียบกับเป้าหมาย", "Against target", "สถานะตามเป้าหมาย", "การเป็นไปตามเป้าหมาย");

    private final String json;
    private final boolean required;
    private final String thai;
    private final String english;
    private final List<String> others;

    Field(String json, boolean required, String thai, String english, String... others) {
        this.json = json;
        this.required = required;
        this.thai = thai;
        this.english = english;
        this.others = List.of(others);
    }

    /** As answers and problems name it. */
    @JsonValue
    String json() {
        return json;
    }

    boolean required() {
        return required;
    }

    String thai() {
        return thai;
    }

    String english() {
        return english;
    }

    List<String> others() {
        return others;
    }
}
