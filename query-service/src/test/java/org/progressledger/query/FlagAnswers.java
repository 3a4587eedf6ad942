package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.query.Desk.someone;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.FlagAcknowledged;
import org.progressledger.events.ProjectCode;
import org.progressledger.ledger.CommitLog;
import org.progressledger.query.Desk.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** Audit flags as they are asked for, on whichever server. Each test has agencies of its own. */
@SpringBootTest(
        classes = QueryService.class,
        properties = {
            "progress-ledger.query.patience=8s",
            "progress-ledger.query.part-length=1000",
            "progress-ledger.query.folded-projects=2"
        })
@AutoConfigureMockMvc
abstract class FlagAnswers {
    private static final Asker AUDITOR = someone(Role.AUDITOR);

    @Autowired
    CommitLog log;

    @Autowired
    MockMvc mvc;

    private Office office;
    private Desk desk;

    @BeforeEach
    void open() {
        office = new Office(log);
        desk = new Desk(mvc);
    }

    private static List<String> texts(JsonNode array, String field) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.path(field).asString()));
        return texts;
    }

    /** Reports from October on, one a month; a rise of 40 in the second. */
    private long jumps(String code) {
        return office.recordFromPaper(null, Office.projectWithReports(code, "ขุดลอกคลอง", "20", "60", "60"));
    }

    private JsonNode flags(Asker asker, String query, Object... variables) {
        return desk.get(asker, "/flags?" + query, variables);
    }

    @Test
    void a_project_bears_its_hits_and_the_list_has_the_same() {
        long position = jumps("52110000-0001");

        JsonNode ofProject = desk.get(AUDITOR, "/projects/52110000-0001?atLeast={n}", position)
                .path("flags");
        JsonNode page = flags(AUDITOR, "agency=52110000&size=200");

        assertThat(texts(ofProject, "id"))
                .startsWith("pct-jump-r2")
                .contains("duplicate-narrative-r2", "duplicate-narrative-r3", "missing-month-2021-09", "unsigned");
        assertThat(page.path("items")).isEqualTo(ofProject);
        assertThat(page.path("total").asInt()).isEqualTo(ofProject.size());
        JsonNode jump = ofProject.path(0);
        assertThat(jump.path("severity").asString()).isEqualTo("ALERT");
        assertThat(jump.path("projectCode").asString()).isEqualTo("52110000-0001");
        assertThat(jump.path("projectName").asString()).isEqualTo("ขุดลอกคลอง");
        assertThat(jump.path("values").path("change").decimalValue()).isEqualTo("40.00");
        assertThat(jump.path("evidence").path("positions").toString())
                .isEqualTo("[%d,%d]".formatted(position - 2, position - 1));
        assertThat(jump.path("evidence").path("lines").toString()).isEqualTo("[[3,4],[9,9]]");
        assertThat(jump.path("ruleVersion").asInt()).isEqualTo(1);
        assertThat(jump.path("acknowledged").isNull()).isTrue();
    }

    @Test
    void hits_are_asked_for_by_flag_severity_and_acknowledgement_in_pages() {
        jumps("52120000-0001");
        long position = jumps("52120000-0002");

        assertThat(texts(
                        flags(AUDITOR, "agency=5212&flag=PCT_JUMP&atLeast={n}", position)
                                .path("items"),
                        "projectCode"))
                .containsExactly("52120000-0001", "52120000-0002");
        JsonNode second = flags(AUDITOR, "agency=5212&flag=PCT_JUMP&page=1&size=1");
        assertThat(texts(second.path("items"), "projectCode")).containsExactly("52120000-0002");
        assertThat(second.path("total").asInt()).isEqualTo(2);
        assertThat(texts(flags(AUDITOR, "agency=5212&severity=ALERT").path("items"), "id"))
                .containsExactly("pct-jump-r2", "pct-jump-r2");
        assertThat(flags(AUDITOR, "agency=5212&acknowledged=true").path("total").asInt())
                .isZero();
        assertThat(flags(AUDITOR, "project=52120000-0002&flag=UNSIGNED")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void the_register_finds_projects_with_a_hit() {
        office.record(Office.projectWithReports("52130000-0001", "เรียบร้อย", "20", "40"));
        long position = jumps("52130000-0002");

        assertThat(texts(
                        desk.get(AUDITOR, "/projects?agency=5213&flag=PCT_JUMP&atLeast={n}", position)
                                .path("items"),
                        "projectCode"))
                .containsExactly("52130000-0002");
        assertThat(desk.ask(AUDITOR, "/projects?flag=NOPE").code()).isEqualTo("INVALID_PARAMETER");
    }

    @Test
    void an_acknowledged_hit_stays_in_the_list_and_says_so() {
        jumps("52140000-0001");
        long position = office.recordFromPaper(
                "ชี้แจงแล้ว", new FlagAcknowledged(ProjectCode.of("52140000-0001"), "pct-jump-r2", "PCT_JUMP"));

        JsonNode page = flags(AUDITOR, "agency=5214&flag=PCT_JUMP&atLeast={n}", position);
        JsonNode acknowledged = page.path("items").path(0).path("acknowledged");
        assertThat(acknowledged.path("by").asString()).isEqualTo("somsri");
        assertThat(acknowledged.path("reason").asString()).isEqualTo("ชี้แจงแล้ว");
        assertThat(acknowledged.path("position").asLong()).isEqualTo(position);
        assertThat(acknowledged.path("newerEvidence").asBoolean()).isFalse();
        assertThat(texts(flags(AUDITOR, "agency=5214&acknowledged=true").path("items"), "id"))
                .containsExactly("pct-jump-r2");
        assertThat(texts(flags(AUDITOR, "agency=5214&acknowledged=false").path("items"), "id"))
                .doesNotContain("pct-jump-r2")
                .contains("unsigned");
    }

    @Test
    void the_hits_of_another_day_are_those_that_the_paper_showed_by_then() {
        long position = jumps("52150000-0001");

        JsonNode before = flags(AUDITOR, "agency=5215&on=2020-11-27&atLeast={n}", position);
        assertThat(before.path("on").asString()).isEqualTo("2020-11-27");
        assertThat(texts(before.path("items"), "id")).isEmpty();
        assertThat(texts(flags(AUDITOR, "agency=5215&on=2020-11-28").path("items"), "id"))
                .containsExactly("pct-jump-r2", "duplicate-narrative-r2");
        assertThat(texts(
                        flags(AUDITOR, "agency=5215&on=2021-09-30&flag=UNSIGNED")
                                .path("items"),
                        "id"))
                .isEmpty();
        assertThat(texts(
                        flags(AUDITOR, "agency=5215&on=2021-10-01&flag=UNSIGNED")
                                .path("items"),
                        "id"))
                .containsExactly("unsigned");
    }

    @Test
    void today_is_answered_alike_whether_it_is_named_or_not() {
        long position = jumps("52160000-0001");

        JsonNode named = flags(
                AUDITOR,
                "agency=5216&size=200&on={d}&atLeast={n}",
                LocalDate.now(java.time.ZoneId.of("Asia/Bangkok")),
                position);
        assertThat(named.path("items"))
                .isEqualTo(flags(AUDITOR, "agency=5216&size=200").path("items"));
    }

    @Test
    void as_of_a_point_of_time_shows_the_hits_of_its_day() {
        long position = jumps("52190000-0001");

        JsonNode then = desk.get(AUDITOR, "/projects/52190000-0001/as-of?happenedOn=2020-11-28&atLeast={n}", position);
        assertThat(texts(then.path("flags"), "id")).containsExactly("pct-jump-r2", "duplicate-narrative-r2");
    }

    @Test
    void refuses_another_day_for_more_projects_than_are_folded() {
        jumps("52170000-0001");
        jumps("52170000-0002");
        long position = jumps("52170000-0003");

        Answer answer = desk.ask(AUDITOR, "/flags?agency=5217&on=2021-09-30&atLeast={n}", position);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("TOO_MANY_PROJECTS_TO_FOLD");
        assertThat(answer.json().path("data").path("projects").asInt()).isEqualTo(3);
        assertThat(answer.json().path("data").path("limit").asInt()).isEqualTo(2);
        assertThat(desk.ask(AUDITOR, "/flags?project=52170000-0003&on=2021-09-30")
                        .status())
                .isEqualTo(200);
        for (String point : new String[] {"asOf=2021-09-30&flag=PCT_JUMP", "recordedAt=2126-01-01"}) {
            assertThat(desk.ask(AUDITOR, "/projects?agency=5217&" + point).code())
                    .as(point)
                    .isEqualTo("TOO_MANY_PROJECTS_TO_FOLD");
        }
        assertThat(desk.get(AUDITOR, "/projects?agency=5217&asOf=2021-09-30")
                        .path("total")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void an_officer_sees_the_hits_of_the_own_agency_only() {
        jumps("52180000-0001");
        long position = jumps("52180001-0001");
        Asker officer = someone(Role.OFFICER, "52180000");

        assertThat(texts(flags(officer, "flag=PCT_JUMP&atLeast={n}", position).path("items"), "projectCode"))
                .containsExactly("52180000-0001");
        assertThat(texts(flags(officer, "flag=PCT_JUMP&on=2021-09-30").path("items"), "projectCode"))
                .containsExactly("52180000-0001");
        assertThat(flags(officer, "flag=PCT_JUMP&agency=52180001").path("total").asInt())
                .isZero();
        for (String day : new String[] {"", "&on=2021-09-30"}) {
            assertThat(flags(officer, "flag=PCT_JUMP&fiscalYear=2564" + day)
                            .path("total")
                            .asInt())
                    .isEqualTo(1);
            assertThat(flags(officer, "flag=PCT_JUMP&fiscalYear=2565" + day)
                            .path("total")
                            .asInt())
                    .isZero();
        }
        assertThat(desk.ask(officer, "/flags?project=52180001-0001").code()).isEqualTo("NOT_YOUR_AGENCY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flag=NOPE",
                "severity=LOUD",
                "acknowledged=perhaps",
                "agency=504",
                "fiscalYear=2021",
                "project=1",
                "on=2564-09-30",
                "on=yesterday",
                "page=-1",
                "page=1000000",
                "size=0",
                "size=201"
            })
    void refuses_a_parameter_that_is_wrong(String query) {
        Answer answer = desk.ask(AUDITOR, "/flags?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_PARAMETER");
    }
}
