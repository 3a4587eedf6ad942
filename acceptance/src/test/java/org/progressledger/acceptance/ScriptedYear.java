package org.progressledger.acceptance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the people of the office send in one fiscal year, and what is told of it afterwards. */
final class ScriptedYear {
    /** Place of the activity that belongs to another project. */
    static final int MISTAKE = 6;

    private static final String TODAY = LocalDate.now(ZoneId.of("Asia/Bangkok")).toString();

    /** Type, day on which it happened, percentage after it. */
    static final List<String> TOLD = List.of(
            "project-registered 2020-10-01 0",
            "plan-recorded 2020-10-01 0",
            "indicator-adopted 2020-10-01 0",
            "progress-reported 2020-10-30 5",
            "progress-reported 2020-11-30 10",
            "activity-held 2020-12-10 10",
            "activity-held 2020-12-11 10",
            "fact-withdrawn 2020-12-11 10",
            "progress-reported 2020-12-30 25",
            "report-returned 2020-12-30 10",
            "progress-corrected 2020-11-30 12",
            "progress-reported 2020-12-28 20",
            "project-paused 2021-01-04 20",
            "letter-cited 2021-01-04 20",
            "progress-reported 2021-01-29 20",
            "indicator-result-recorded 2021-01-15 20",
            "project-resumed 2021-02-15 20",
            "progress-reported 2021-02-26 30",
            "appeal-filed 2021-03-01 30",
            "appeal-decided 2021-03-20 30",
            "progress-reported 2021-03-31 40",
            "appeal-filed 2021-04-01 40",
            "indicator-result-recorded 2021-04-10 40",
            "appeal-decided 2021-04-20 40",
            "indicator-criteria-changed 2021-04-20 40",
            "progress-reported 2021-04-30 50",
            "progress-reported 2021-05-31 60",
            "progress-reported 2021-06-30 70",
            "indicator-result-recorded 2021-07-10 70",
            "quarter-evaluated 2021-07-12 70",
            "quarter-evaluated 2021-07-12 70",
            "quarter-evaluated 2021-07-13 70",
            "appeal-filed 2021-07-15 70",
            "appeal-withdrawn 2021-07-20 70",
            "progress-reported 2021-07-30 80",
            "progress-reported 2021-08-31 90",
            "progress-reported 2021-09-30 100",
            "indicator-result-recorded 2021-01-20 100",
            "appeal-reviewed " + TODAY + " 100",
            "project-completed 2021-09-30 100",
            "quarter-evaluated 2021-10-02 100",
            "project-reopened 2021-10-05 100",
            "project-details-amended 2021-10-06 100",
            "project-completed 2021-10-10 100");

    /** Status and percentage on some days. */
    static final Map<String, String> AS_OF = new LinkedHashMap<>();

    static {
        AS_OF.put("2020-12-27", "ACTIVE 12");
        AS_OF.put("2020-12-28", "ACTIVE 20");
        AS_OF.put("2021-01-04", "PAUSED 20");
        AS_OF.put("2021-02-15", "ACTIVE 20");
        AS_OF.put("2021-09-30", "COMPLETED 100");
        AS_OF.put("2021-10-05", "ACTIVE 100");
    }

    /** One command: whose role it is, where it goes and what it says. */
    record Step(int number, String role, String path, Map<String, Object> body) {}

    private final String code;
    private final List<Step> steps = new ArrayList<>();

    private ScriptedYear(String code) {
        this.code = code;
    }

    static List<Step> of(String code) {
        ScriptedYear year = new ScriptedYear(code);
        year.autumn();
        year.winter();
        year.spring();
        year.summer();
        year.end();
        return List.copyOf(year.steps);
    }

    private void autumn() {
        Map<String, Object> registration = Paperwork.registration(code);
        registration.put("fiscalYear", 2564);
        registration.put("period", Map.of("startsOn", "2020-10-01", "endsOn", "2021-09-30"));
        steps.add(new Step(0, "officer", "/projects", registration));
        does("coordinator", "/plan", Map.of("effectiveOn", "2020-10-01", "months", plan()));
        does(
                "coordinator",
                "/indicators",
                Map.of(
                        "code", "7764-0895",
                        "text", "ร้อยละของเครือข่ายที่เข้าร่วม",
                        "kind", "OUTCOME",
                        "unit", "ร้อยละ",
                        "criteria", "จัด 4 ครั้ง",
                        "adoptedOn", "2020-10-01"));
        reports(1, "2020-10-30", 5);
        reports(2, "2020-11-30", 10);
        does("officer", "/activities", Map.of("heldOn", "2020-12-10", "description", "ประชุมเครือข่าย"));
        does("officer", "/activities", Map.of("heldOn", "2020-12-11", "description", "อบรมอาชีพ"));
        does("supervisor", "/withdrawals", Map.of("sequence", MISTAKE, "reason", "เป็นกิจกรรมของโครงการอื่น"));
        reports(3, "2020-12-30", 25);
        does("supervisor", "/reports/3/return", Map.of("reason", "ไม่มีภาพกิจกรรม"));
        does(
                "officer",
                "/reports/2/correction",
                Map.of("percent", 12, "reason", "พิมพ์ตัวเลขผิด", "letter", "กท 7764/9"));
        // handed in again under another date, an earlier one
        reports(3, "2020-12-28", 20);
    }

    private static List<Map<String, Object>> plan() {
        List<Map<String, Object>> months = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String month =
                    LocalDate.parse("2020-10-01").plusMonths(i).toString().substring(0, 7);
            months.add(Map.of("month", month, "percent", i == 11 ? 100 : 8 * (i + 1)));
        }
        return months;
    }

    private void winter() {
        does("officer", "/pause", Map.of("effectiveOn", "2021-01-04", "cause", "COVID_19", "words", "งดรวมกลุ่ม"));
        does("officer", "/letters", Map.of("number", "กท 7764/12", "datedOn", "2021-01-04", "subject", "ชะลอโครงการ"));
        // a pause does not forbid reports
        reports(4, "2021-01-29", 20);
        result("2564-Q1", new BigDecimal("1407.52"), "2021-01-15", null);
        does("officer", "/resumption", Map.of("effectiveOn", "2021-02-15"));
        reports(5, "2021-02-26", 30);
        appeal(1, "2021-03-01");
        does("coordinator", "/appeals/1/decision", Map.of("decidedOn", "2021-03-20", "outcome", "REFUSED"));
        reports(6, "2021-03-31", 40);
    }

    private void spring() {
        appeal(2, "2021-04-01");
        result("2564-Q2", new BigDecimal("18.22"), "2021-04-10", null);
        does(
                "coordinator",
                "/appeals/2/decision",
                Map.of(
                        "decidedOn", "2021-04-20",
                        "outcome", "GRANTED",
                        "criteriaBefore", "จัด 4 ครั้ง",
                        "criteriaAfter", "จัด 2 ครั้ง",
                        "indicator", "7764-0895",
                        "letter", Map.of("number", "กท 0100/1", "datedOn", "2021-04-20")));
        does(
                "coordinator",
                "/indicators/7764-0895/criteria",
                Map.of(
                        "criteria", "จัด 2 ครั้ง",
                        "effectiveOn", "2021-04-20",
                        "appealRound", 2,
                        "reason", "ตามผลอุทธรณ์รอบที่ 2"));
        reports(7, "2021-04-30", 50);
        reports(8, "2021-05-31", 60);
        reports(9, "2021-06-30", 70);
    }

    private void summer() {
        result("2564-Q3", null, "2021-07-10", null);
        does(
                "coordinator",
                "/evaluations",
                score("2564-Q3", "2021-07-12", 40, "indicator", "7764-0895", "criteriaVersion", 1));
        does("coordinator", "/evaluations", score("2564-Q3", "2021-07-12", 100, "indicator", "7764-0895"));
        List<Map<String, Object>> parts =
                List.of(Map.of("number", "2.1", "score", new BigDecimal("62.5")), Map.of("number", "2.2"));
        does("coordinator", "/evaluations", score("2564-Q3", "2021-07-13", null, "parts", parts));
        appeal(3, "2021-07-15");
        does(
                "officer",
                "/appeals/3/withdrawal",
                Map.of("withdrawnOn", "2021-07-20", "reason", "ไม่ประสงค์จะอุทธรณ์ต่อ"));
        reports(10, "2021-07-30", 80);
        reports(11, "2021-08-31", 90);
        reports(12, "2021-09-30", 100);
    }

    private void end() {
        result("2564-Q1", new BigDecimal("140.75"), "2021-01-20", "จุดทศนิยมผิดที่");
        does("reviewer", "/appeals/2/review", Map.of("outcome", "COMPLIANT", "finding", "เกณฑ์ใหม่เป็นไปตามมติ"));
        does("officer", "/completion", Map.of("completedOn", "2021-09-30", "words", "ส่งมอบครบถ้วน"));
        does("coordinator", "/evaluations", score("2564-Q4", "2021-10-02", 100));
        does("coordinator", "/reopening", Map.of("reopenedOn", "2021-10-05", "reason", "ใบเสร็จยังไม่ครบ"));
        does(
                "officer",
                "/amendments",
                Map.of(
                        "effectiveOn", "2021-10-06",
                        "budget", Map.of("spent", new BigDecimal("98500.50")),
                        "period", Map.of("endsOn", "2021-10-31"),
                        "reason", "สรุปยอดเบิกจ่าย",
                        "letter", Map.of("number", "กท 7764/99", "datedOn", "2021-10-06")));
        does("officer", "/completion", Map.of("completedOn", "2021-10-10"));
    }

    private void does(String role, String path, Map<String, Object> body) {
        steps.add(new Step(steps.size(), role, "/projects/" + code + path, body));
    }

    private void reports(int number, String on, int percent) {
        Map<String, Object> report = Paperwork.report(number, BigDecimal.valueOf(percent));
        report.put("reportedOn", on);
        does("officer", "/reports", report);
    }

    private void appeal(int round, String on) {
        Map<String, Object> filing = new LinkedHashMap<>(Paperwork.appeal(round));
        filing.put("filedOn", on);
        does("officer", "/appeals", filing);
    }

    private void result(String quarter, BigDecimal value, String on, String reason) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("quarter", quarter);
        result.put("statedOn", on);
        result.put(value == null ? "narrative" : "result", value == null ? "ยังไม่มีผล" : value);
        if (reason != null) {
            result.put("reason", reason);
        }
        does("coordinator", "/indicators/7764-0895/results", result);
    }

    private static Map<String, Object> score(String quarter, String on, Integer value, Object... more) {
        Map<String, Object> score = new LinkedHashMap<>();
        score.put("quarter", quarter);
        score.put("evaluatedOn", on);
        if (value != null) {
            score.put("score", value);
        }
        for (int i = 0; i < more.length; i += 2) {
            score.put(more[i].toString(), more[i + 1]);
        }
        return score;
    }
}
