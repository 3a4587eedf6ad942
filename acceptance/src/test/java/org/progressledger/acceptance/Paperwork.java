package org.progressledger.acceptance;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What people of the office type in: bodies of commands that a new project takes. */
final class Paperwork {
    private static final AtomicInteger PROJECTS = new AtomicInteger();

    private Paperwork() {}

    /** A code that no other test of this run uses, of an agency without an officer. */
    static String newCode() {
        return "77770000-%04d".formatted(PROJECTS.incrementAndGet());
    }

    static Map<String, Object> registration(String code) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("projectCode", code);
        body.put("name", "โครงการทดสอบ " + code);
        body.put("fiscalYear", 2569);
        body.put("agency", Map.of("name", "สำนักทดสอบ"));
        body.put("period", Map.of("startsOn", "2025-10-01", "endsOn", "2026-09-30"));
        body.put("budget", Map.of("allocated", new BigDecimal("1000.00")));
        body.put("responsibleOfficer", Map.of("name", "เจ้าหน้าที่ทดสอบ", "phone", "02-000-0000"));
        return body;
    }

    static Map<String, Object> report(int reportNo, BigDecimal percent) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reportNo", reportNo);
        body.put("reportedOn", "2025-11-28");
        body.put("percent", percent);
        body.put("disbursed", new BigDecimal("0.00"));
        body.put("scheduleStatus", "ON_PLAN");
        body.put("targetStatus", "ON_TARGET");
        body.put("narrative", "รายงานที่ " + reportNo);
        return body;
    }

    static Map<String, Object> correction(BigDecimal percent) {
        return Map.of("percent", percent, "reason", "พิมพ์ผิด", "approver", "หัวหน้าฝ่าย", "letter", "กท 1/2569");
    }

    static Map<String, Object> activity(String description) {
        return Map.of("heldOn", "2025-11-20", "description", description);
    }

    static Map<String, Object> letter(String number) {
        return Map.of("number", number, "datedOn", "2025-11-20", "subject", "ขอความร่วมมือ");
    }

    static Map<String, Object> pause() {
        return Map.of("effectiveOn", "2025-12-01", "cause", "OTHER", "words", "น้ำท่วม");
    }

    static Map<String, Object> appeal(int round) {
        return Map.of("round", round, "filedOn", "2025-12-01", "grounds", "เกณฑ์ไม่เหมาะสม", "asked", "ปรับเกณฑ์");
    }

    static Map<String, Object> appealDecision() {
        return Map.of("decidedOn", "2025-12-15", "outcome", "GRANTED", "criteriaAfter", "เกณฑ์ใหม่");
    }
}
