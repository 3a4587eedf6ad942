package org.progressledger.command.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A body for each command that is accepted as it stands, for the API's description; by the controller's method. */
final class ExampleBodies {
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("register", """
            {"projectCode":"50470000-3298","name":"โครงการสร้างเครือข่ายประชาสังคม","fiscalYear":2564,
             "agency":{"name":"สำนักงานเขตบางนา","division":"ฝ่ายปกครอง"},
             "period":{"startsOn":"2020-10-01","endsOn":"2021-09-30"},
             "budget":{"allocated":122800.00,"spent":0.00}}"""),
            Map.entry("report", """
            {"reportNo":1,"reportedOn":"2020-10-28","percent":5.00,"disbursed":0.00,
             "scheduleStatus":"ON_PLAN","targetStatus":"ON_TARGET","narrative":"อยู่ระหว่างเตรียมการ"}"""),
            Map.entry("checkReport", """
            {"reportNo":1,"reportedOn":"2020-10-28","percent":5.00,"disbursed":0.00,
             "scheduleStatus":"ON_PLAN","targetStatus":"ON_TARGET","narrative":"อยู่ระหว่างเตรียมการ"}"""),
            Map.entry("correct", """
            {"percent":4.50,"reason":"พิมพ์ตัวเลขผิด","letter":"กท 0100/1"}"""),
            Map.entry("checkCorrection", """
            {"percent":4.50,"reason":"พิมพ์ตัวเลขผิด","letter":"กท 0100/1"}"""),
            Map.entry("activity", """
            {"heldOn":"2021-01-28","description":"จัดประชุมเครือข่ายประชาสังคม"}"""),
            Map.entry("letter", """
            {"number":"กท 0100/754","datedOn":"2021-04-30","subject":"ขอปรับแผนโครงการ"}"""),
            Map.entry("pause", """
            {"effectiveOn":"2021-04-26","cause":"COVID_19","words":"ชะลอโครงการเนื่องจากสถานการณ์โควิด-19"}"""),
            Map.entry("file", """
            {"round":1,"filedOn":"2021-07-01","grounds":"จัดกิจกรรมไม่ได้ตามแผน","asked":"ขอปรับเกณฑ์ตัวชี้วัด"}"""),
            Map.entry("decide", """
            {"decidedOn":"2021-08-15","outcome":"GRANTED","criteriaBefore":"จัด 4 ครั้ง","criteriaAfter":"จัด 2 ครั้ง"}"""),
            Map.entry("setAgency", """
            {"name":"สำนักงานเขตบางนา","reason":"ตามหนังสือ กท 0502/1"}"""),
            Map.entry("confirm", """
            {"accept":["r6-letter-54-2564","r7-pause-2021-04-26"],"edit":{"r7-pause-2021-04-26":{"effectiveOn":"2021-04-20"}}}"""),
            Map.entry("amend", """
            {"budget":{"spent":98500.50},"period":{"endsOn":"2021-12-31"},"reason":"สรุปยอดเบิกจ่าย","effectiveOn":"2021-09-30",
             "letter":{"number":"กท 0100/99","datedOn":"2021-09-30"}}"""),
            Map.entry("plan", """
            {"effectiveOn":"2020-10-01","months":[{"month":"2020-10","percent":5.00},{"month":"2021-09","percent":100.00}]}"""),
            Map.entry("giveBack", """
            {"reason":"ไม่มีภาพกิจกรรม"}"""),
            Map.entry("lateWindow", """
            {"month":"2021-08","until":"2156-12-31","reason":"ระบบขัดข้อง"}"""),
            Map.entry("resume", """
            {"effectiveOn":"2021-06-01","words":"ดำเนินกิจกรรมต่อ"}"""),
            Map.entry("complete", """
            {"completedOn":"2021-09-30","words":"ส่งมอบครบถ้วน"}"""),
            Map.entry("cancel", """
            {"cancelledOn":"2021-09-30","reason":"ไม่ได้รับงบประมาณ"}"""),
            Map.entry("reopen", """
            {"reopenedOn":"2021-10-05","reason":"ใบเสร็จยังไม่ครบ"}"""),
            Map.entry("withdrawFact", """
            {"sequence":4,"reason":"เป็นกิจกรรมของโครงการอื่น"}"""),
            Map.entry("withdraw", """
            {"withdrawnOn":"2021-07-20","reason":"ไม่ประสงค์จะอุทธรณ์ต่อ"}"""),
            Map.entry("review", """
            {"outcome":"COMPLIANT","finding":"เกณฑ์ใหม่เป็นไปตามมติ"}"""),
            Map.entry("adopt", """
            {"code":"5047-0895","text":"ร้อยละของเครือข่ายที่เข้าร่วม","kind":"OUTCOME","unit":"ร้อยละ","target":"80",
             "criteria":"จัด 4 ครั้ง","adoptedOn":"2020-10-01"}"""),
            Map.entry("result", """
            {"quarter":"2564-Q1","result":170.83,"statedOn":"2021-01-15"}"""),
            Map.entry("criteria", """
            {"criteria":"จัด 2 ครั้ง","effectiveOn":"2021-04-20","reason":"ตามผลอุทธรณ์"}"""),
            Map.entry("evaluate", """
            {"quarter":"2564-Q2","score":100.00,"parts":[{"number":"2.1","score":62.50},{"number":"2.2"}]}"""),
            Map.entry("acknowledge", """
            {"flag":"PCT_JUMP","reason":"หน่วยงานชี้แจงแล้วว่าจัดกิจกรรมใหญ่ในเดือนนี้"}"""),
            Map.entry("put", """
            {"name":"สำนักงานเขตบางนา","reason":"ใช้ชื่อตามประกาศ"}"""));

    private ExampleBodies() {}

    static @Nullable String of(String method) {
        return BODIES.get(method);
    }

    /** As maps and lists, which is how the description wants it. */
    static Object parsed(String body) {
        return JsonMapper.shared().readValue(body, Map.class);
    }
}
