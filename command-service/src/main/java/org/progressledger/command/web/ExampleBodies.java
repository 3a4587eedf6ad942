package org.progressledger.command.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A body for each command that is accepted as it stands, for the API's description; by the controller's method. */
final class ExampleBodies {
    private static final Map<String, String> BODIES = Map.of(
            "register",
            """
            {"projectCode":"50470000-3298","name":"โครงการสร้างเครือข่ายประชาสังคม","fiscalYear":2564,
             "agency":{"name":"สำนักงานเขตบางนา","division":"ฝ่ายปกครอง"},
             "period":{"startsOn":"2020-10-01","endsOn":"2021-09-30"},
             "budget":{"allocated":122800.00,"spent":0.00}}""",
            "report",
            """
            {"reportNo":1,"reportedOn":"2020-10-28","percent":5.00,"disbursed":0.00,
             "scheduleStatus":"ON_PLAN","targetStatus":"ON_TARGET","narrative":"อยู่ระหว่างเตรียมการ"}""",
            "correct",
            """
            {"percent":4.50,"reason":"พิมพ์ตัวเลขผิด","letter":"กท 0100/1"}""",
            "activity",
            """
            {"heldOn":"2021-01-28","description":"จัดประชุมเครือข่ายประชาสังคม"}""",
            "letter",
            """
            {"number":"กท 0100/754","datedOn":"2021-04-30","subject":"ขอปรับแผนโครงการ"}""",
            "pause",
            """
            {"effectiveOn":"2021-04-26","cause":"COVID_19","words":"ชะลอโครงการเนื่องจากสถานการณ์โควิด-19"}""",
            "file",
            """
            {"round":1,"filedOn":"2021-07-01","grounds":"จัดกิจกรรมไม่ได้ตามแผน","asked":"ขอปรับเกณฑ์ตัวชี้วัด"}""",
            "decide",
            """
            {"decidedOn":"2021-08-15","outcome":"GRANTED","criteriaBefore":"จัด 4 ครั้ง","criteriaAfter":"จัด 2 ครั้ง"}""",
            "setAgency",
            """
            {"name":"สำนักงานเขตบางนา","reason":"ตามหนังสือ กท 0502/1"}""",
            "confirm",
            """
            {"accept":["r6-letter-54-2564","r7-pause-2021-04-26"]}""");

    private ExampleBodies() {}

    static @Nullable String of(String method) {
        return BODIES.get(method);
    }

    /** As maps and lists, which is how the description wants it. */
    static Object parsed(String body) {
        return JsonMapper.shared().readValue(body, Map.class);
    }
}
