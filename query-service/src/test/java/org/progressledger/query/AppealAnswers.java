package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.query.Desk.someone;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.AppealReviewed;
import org.progressledger.events.AppealStage;
import org.progressledger.events.CriteriaChange;
import org.progressledger.events.IndicatorAdopted;
import org.progressledger.events.IndicatorCriteriaChanged;
import org.progressledger.events.IndicatorId;
import org.progressledger.events.IndicatorKind;
import org.progressledger.events.Letter;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.Quarter;
import org.progressledger.events.QuarterEvaluated;
import org.progressledger.events.ReviewOutcome;
import org.progressledger.events.Score;
import org.progressledger.ledger.CommitLog;
import org.progressledger.query.Desk.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** Appeals as they are asked for, on whichever server. Each test has agencies of its own. */
@SpringBootTest(
        classes = QueryService.class,
        properties = {
            "progress-ledger.query.patience=8s",
            "progress-ledger.query.part-length=1000",
            "progress-ledger.query.folded-projects=2"
        })
@AutoConfigureMockMvc
abstract class AppealAnswers {
    private static final Asker REVIEWER = someone(Role.REVIEWER);
    private static final IndicatorId I1 = IndicatorId.of("i1");
    private static final Letter LETTER = new Letter("กท 1/2564", null, null);

    @Autowired
    CommitLog log;

    @Autowired
    MockMvc mvc;

    @Autowired
    MongoDatabase database;

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

    private static AppealFiled filed(String code, int round, String on) {
        return new AppealFiled(ProjectCode.of(code), round, LocalDate.parse(on), "โควิด", "ปรับเกณฑ์", LETTER);
    }

    private static AppealDecided granted(String code, int round, String on) {
        return new AppealDecided(
                ProjectCode.of(code),
                round,
                LocalDate.parse(on),
                AppealOutcome.GRANTED,
                new CriteriaChange("จัดประชุม 4 ครั้ง", "จัดอบรม 2 ครั้ง", I1),
                LETTER);
    }

    private static AppealReviewed reviewed(String code, int round) {
        return new AppealReviewed(ProjectCode.of(code), round, null, ReviewOutcome.COMPLIANT, "เป็นไปตามมติ");
    }

    private static AppealCited cited(String code, @Nullable Integer round, AppealStage stage, boolean criteria) {
        return new AppealCited(
                ProjectCode.of(code), round, stage, criteria, LocalDate.parse("2020-12-28"), "รอผลอุทธรณ์");
    }

    private static QuarterEvaluated scored(String code, int version, String on, String score) {
        return new QuarterEvaluated(
                ProjectCode.of(code),
                Quarter.of("2564-Q2"),
                I1,
                version,
                Score.of(score),
                List.of(),
                null,
                LocalDate.parse(on));
    }

    /** Reports of October to January; filed in November, granted in December, scored under both criteria afterwards. */
    private long decidedStory(String code) {
        ProjectCode project = ProjectCode.of(code);
        office.record(Office.projectWithReports(code, "สร้างเครือข่าย", "10", "20", "40", "60"));
        return office.record(
                new IndicatorAdopted(
                        project,
                        I1,
                        null,
                        "เครือข่าย",
                        IndicatorKind.OUTCOME,
                        "ครั้ง",
                        null,
                        "จัดประชุม 4 ครั้ง",
                        LocalDate.parse("2020-10-01")),
                filed(code, 1, "2020-11-01"),
                granted(code, 1, "2020-12-31"),
                new IndicatorCriteriaChanged(
                        project, I1, 2, "จัดประชุม 4 ครั้ง", "จัดอบรม 2 ครั้ง", LocalDate.parse("2020-12-31"), 1),
                scored(code, 1, "2021-04-01", "50"),
                scored(code, 2, "2021-04-02", "100"));
    }

    private JsonNode queue(Asker asker, String query, Object... variables) {
        return desk.get(asker, "/appeals?" + query, variables);
    }

    private JsonNode story(String code, int round, long position) {
        return desk.get(REVIEWER, "/projects/" + code + "/appeals/" + round + "?atLeast=" + position);
    }

    @Test
    void a_decided_round_is_told_whole() {
        long position = decidedStory("53110000-0001");

        JsonNode story = story("53110000-0001", 1, position);
        assertThat(story.path("status").asString()).isEqualTo("DECIDED");
        assertThat(story.path("outcome").asString()).isEqualTo("GRANTED");
        assertThat(story.path("filing").path("event").path("actor").path("id").asString())
                .isEqualTo("somsri");
        assertThat(story.path("decision").path("letter").path("number").asString())
                .isEqualTo("กท 1/2564");
        assertThat(texts(story.path("window").path("reports"), "reportNo")).containsExactly("2", "3");
        assertThat(texts(story.path("window").path("percentChanges"), "to")).containsExactly("20.00", "40.00");
        assertThat(story.at("/standing/before/percent/value").decimalValue()).isEqualTo("10.00");
        assertThat(story.at("/standing/before/scores")).isEmpty();
        assertThat(story.at("/standing/between/percent/value").decimalValue()).isEqualTo("40.00");
        assertThat(story.at("/standing/after/percent/value").decimalValue()).isEqualTo("60.00");
        assertThat(texts(story.at("/standing/after/scores"), "score")).containsExactly("50.00", "100.00");
        assertThat(story.at("/rescored/0/change").decimalValue()).isEqualTo("50.00");
        assertThat(story.at("/criteria/0/diff/pieces").toString())
                .startsWith("[{\"op\":\"EQUAL\",\"text\":\"จัด\"},{\"op\":\"DELETE\",\"text\":\"ประชุม\"}");
        assertThat(story.path("gaps")).isEmpty();
        assertThat(texts(story.path("timeline"), "type"))
                .containsExactly(
                        "progress-reported",
                        "progress-reported",
                        "appeal-filed",
                        "appeal-decided",
                        "indicator-criteria-changed",
                        "quarter-evaluated",
                        "quarter-evaluated");
    }

    @Test
    void a_finding_is_part_of_the_story_and_what_is_recorded_afterwards_shows() {
        String code = "53120000-0001";
        decidedStory(code);
        long finding = office.record(reviewed(code, 1));

        JsonNode item = queue(REVIEWER, "agency=5312&reviewed=true&atLeast={n}", finding)
                .path("items")
                .path(0);
        assertThat(item.path("reviewed").asBoolean()).isTrue();
        assertThat(item.at("/lastReview/by/id").asString()).isEqualTo("somsri");
        assertThat(item.at("/lastReview/position").asLong()).isEqualTo(finding);
        assertThat(item.path("changedSinceLastReview").asBoolean()).isFalse();
        assertThat(texts(desk.get(REVIEWER, "/projects/" + code + "/timeline?type=appeal-reviewed"), "position"))
                .containsExactly(Long.toString(finding));

        long corrected = office.record(
                new ProgressCorrected(ProjectCode.of(code), 2, Office.content("20"), Office.content("15"), null, null));
        assertThat(story(code, 1, corrected).path("sinceLastReview").toString()).isEqualTo("[" + corrected + "]");
        assertThat(texts(queue(REVIEWER, "agency=5312&changedSinceReview=true").path("items"), "id"))
                .containsExactly("round-1");
        assertThat(queue(REVIEWER, "agency=5312&changedSinceReview=false")
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void what_is_only_spoken_of_is_listed_and_told_with_its_gaps_and_lines() {
        String code = "53130000-0001";
        office.record(Office.projectWithReports(code, "สภาพบประชาชน", "10", "20", "40"));
        long position = office.recordFromPaper(
                null,
                cited(code, null, AppealStage.INTENDED, false),
                cited(code, 2, AppealStage.AWAITING_RESULT, true),
                cited(code, null, AppealStage.DECIDED, true));

        JsonNode appeals = desk.get(REVIEWER, "/projects/" + code + "/appeals?atLeast={n}", position);
        assertThat(texts(appeals, "id")).containsExactly("round-2", "cited-4", "cited-6");
        assertThat(texts(appeals, "status")).containsOnly("CITED");
        assertThat(texts(appeals, "stage")).containsExactly("AWAITING_RESULT", "INTENDED", "DECIDED");
        assertThat(texts(appeals, "gapCount")).containsExactly("3", "0", "2");
        assertThat(appeals.at("/0/gaps/0/kind").asString()).isEqualTo("CITED_WITHOUT_FILING");
        assertThat(appeals.at("/0/gaps/0/evidence/lines").toString()).isEqualTo("[[3,4],[9,9]]");
        assertThat(appeals.at("/2/citations/0/words").asString()).isEqualTo("รอผลอุทธรณ์");

        JsonNode story = story(code, 2, position);
        assertThat(story.path("recorded").asBoolean()).isFalse();
        assertThat(story.path("filing").isNull()).isTrue();
        assertThat(story.path("window").isNull()).isTrue();
        assertThat(texts(story.path("timeline"), "position")).containsExactly(Long.toString(position - 1));
        assertThat(texts(queue(REVIEWER, "agency=5313").path("items"), "id"))
                .containsExactly("round-2", "cited-4", "cited-6");
        assertThat(texts(queue(REVIEWER, "agency=5313&gaps=false").path("items"), "id"))
                .containsExactly("cited-4");
    }

    @Test
    void the_queue_is_asked_for_by_status_round_year_and_words_in_order_and_in_pages() {
        office.record(Office.registered("53140000-0001", "ขุดลอกคลอง"));
        office.record(
                filed("53140000-0001", 1, "2020-12-01"),
                granted("53140000-0001", 1, "2020-12-20"),
                filed("53140000-0001", 2, "2021-01-01"));
        office.record(Office.registered("53140000-0002", "ปลูกต้นไม้"));
        long position = office.record(filed("53140000-0002", 1, "2020-11-01"));

        JsonNode all = queue(REVIEWER, "agency=5314&atLeast={n}", position);
        assertThat(texts(all.path("items"), "filedOn")).containsExactly("2020-11-01", "2020-12-01", "2021-01-01");
        assertThat(all.path("total").asInt()).isEqualTo(3);
        assertThat(all.at("/items/0/agency/registerName").asString()).isEqualTo("สำนักงานเขตตัวอย่าง 53140000");
        assertThat(all.at("/items/1/waitedDays").asInt()).isEqualTo(19);
        assertThat(texts(queue(REVIEWER, "agency=5314&sort=age").path("items"), "filedOn"))
                .containsExactly("2021-01-01", "2020-12-01", "2020-11-01");
        JsonNode second = queue(REVIEWER, "agency=5314&page=1&size=1");
        assertThat(texts(second.path("items"), "filedOn")).containsExactly("2020-12-01");
        assertThat(second.path("total").asInt()).isEqualTo(3);
        assertThat(texts(queue(REVIEWER, "agency=5314&status=DECIDED").path("items"), "round"))
                .containsExactly("1");
        assertThat(texts(queue(REVIEWER, "agency=5314&status=FILED&round=1").path("items"), "projectCode"))
                .as("one appeal holds all of it")
                .containsExactly("53140000-0002");
        assertThat(texts(queue(REVIEWER, "agency=5314&outcome=GRANTED").path("items"), "round"))
                .containsExactly("1");
        assertThat(texts(queue(REVIEWER, "agency=5314&q=ต้นไม้&fiscalYear=2564").path("items"), "projectCode"))
                .containsExactly("53140000-0002");
        assertThat(queue(REVIEWER, "agency=5314&fiscalYear=2565").path("total").asInt())
                .isZero();
    }

    @Test
    void another_day_is_computed_as_it_was_then_and_today_is_the_same_either_way() {
        long position = decidedStory("53150000-0001");

        JsonNode then = queue(REVIEWER, "agency=5315&on=2020-12-01&atLeast={n}", position);
        assertThat(then.path("on").asString()).isEqualTo("2020-12-01");
        assertThat(then.at("/items/0/status").asString()).isEqualTo("FILED");
        assertThat(then.at("/items/0/ageDays").asInt()).isEqualTo(30);
        assertThat(queue(REVIEWER, "agency=5315&on=2020-10-31").path("total").asInt())
                .isZero();
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Bangkok"));
        JsonNode computed = queue(REVIEWER, "agency=5315&on={d}", today.plusDays(1));
        JsonNode kept = queue(REVIEWER, "agency=5315");
        assertThat(computed.at("/items/0/ageDays").asInt())
                .isEqualTo(kept.at("/items/0/ageDays").asInt() + 1);
        assertThat(computed.at("/items/0/evidence")).isEqualTo(kept.at("/items/0/evidence"));
        assertThat(desk.get(REVIEWER, "/projects/53150000-0001/appeals/1?happenedOn=2020-12-01")
                        .path("status")
                        .asString())
                .isEqualTo("FILED");
    }

    @Test
    void refuses_another_day_for_more_projects_than_are_folded() {
        long position = 0;
        for (String code : List.of("53160000-0001", "53160000-0002", "53160000-0003")) {
            office.record(Office.registered(code, "ก"));
            position = office.record(filed(code, 1, "2020-12-01"));
        }
        office.record(Office.registered("53160000-0004", "ไม่มีอุทธรณ์"));

        Answer answer = desk.ask(REVIEWER, "/appeals?agency=5316&on=2021-09-30&atLeast={n}", position);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("TOO_MANY_PROJECTS_TO_FOLD");
        assertThat(answer.json().path("data").path("projects").asInt()).isEqualTo(3);
    }

    @Test
    void an_officer_sees_the_own_agencys_appeals_only() {
        office.record(Office.registered("53170000-0001", "ก"));
        office.record(filed("53170000-0001", 1, "2020-12-01"));
        office.record(Office.registered("53170001-0001", "ข"));
        long position = office.record(filed("53170001-0001", 1, "2020-12-01"));
        Asker officer = someone(Role.OFFICER, "53170000");

        assertThat(texts(queue(officer, "agency=5317&atLeast={n}", position).path("items"), "projectCode"))
                .containsExactly("53170000-0001");
        assertThat(texts(queue(officer, "agency=5317&on=2020-12-02").path("items"), "projectCode"))
                .containsExactly("53170000-0001");
        assertThat(desk.ask(officer, "/projects/53170001-0001/appeals").code()).isEqualTo("NOT_YOUR_AGENCY");
        assertThat(desk.ask(officer, "/projects/53170001-0001/appeals/1").code())
                .isEqualTo("NOT_YOUR_AGENCY");
    }

    @Test
    void what_was_kept_since_it_was_found_is_found_anew_and_what_is_not_there_any_more_is_left_out() {
        office.record(Office.registered("53190000-0001", "ก"));
        office.record(filed("53190000-0001", 1, "2020-12-01"));
        office.record(Office.registered("53190000-0002", "ข"));
        long position = office.record(filed("53190000-0002", 1, "2020-12-02"));
        assertThat(queue(REVIEWER, "agency=5319&status=FILED&atLeast={n}", position)
                        .path("total")
                        .asInt())
                .isEqualTo(2);

        MongoCollection<Document> kept = Kept.in(database, "appeals_v2");
        Document first = Objects.requireNonNull(
                kept.find(Filters.eq("_id", "53190000-0001")).first());
        // as one that follows the ledger does before it says how far it has come
        first.getList("queued", Document.class).getFirst().append("status", "NONE");
        kept.replaceOne(
                Filters.eq("_id", "53190000-0001"),
                first.append("keptAt", first.getLong("keptAt") + 1)
                        .append(
                                "bodies",
                                List.of(first.getList("bodies", String.class)
                                        .getFirst()
                                        .replace("FILED", "NONE"))));
        JsonNode filed = queue(REVIEWER, "agency=5319&status=FILED");
        assertThat(texts(filed.path("items"), "projectCode")).containsExactly("53190000-0002");
        assertThat(filed.path("total").asInt()).isEqualTo(1);
        assertThat(texts(queue(REVIEWER, "agency=5319").path("items"), "status"))
                .containsExactly("NONE", "FILED");

        kept.deleteOne(Filters.eq("_id", "53190000-0002"));
        assertThat(texts(queue(REVIEWER, "agency=5319").path("items"), "projectCode"))
                .containsExactly("53190000-0001");
    }

    @Test
    void the_queue_never_learns_of_a_project_without_appeals() {
        office.record(Office.registered("53200000-0001", "ก"));
        office.record(Office.registered("53200000-0002", "ข"));
        long position = office.record(filed("53200000-0002", 1, "2020-12-02"));
        assertThat(queue(REVIEWER, "agency=5320&atLeast={n}", position)
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(Kept.in(database, "appeals_v2")
                        .find(Filters.and(Filters.eq("agency", "53200000"), Filters.exists("keptAt")))
                        .map(found -> found.getString("_id")))
                .containsExactly("53200000-0002");
    }

    @Test
    void a_round_that_nobody_speaks_of_is_not_found() {
        long position = office.record(Office.registered("53180000-0001", "ก"));

        Answer answer = desk.ask(REVIEWER, "/projects/53180000-0001/appeals/7?atLeast={n}", position);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("APPEAL_NOT_SPOKEN_OF");
        assertThat(desk.get(REVIEWER, "/projects/53180000-0001/appeals")).isEmpty();
        assertThat(desk.ask(REVIEWER, "/projects/53180000-0009/appeals").code()).isEqualTo("PROJECT_NOT_FOUND");
        for (String round : List.of("0", "100", "first")) {
            assertThat(desk.ask(REVIEWER, "/projects/53180000-0001/appeals/" + round)
                            .code())
                    .isEqualTo("INVALID_PARAMETER");
        }
        assertThat(desk.ask(REVIEWER, "/projects/53180000-0001/appeals?happenedOn=2019-01-01")
                        .code())
                .isEqualTo("NOTHING_KNOWN_THEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=NOPE",
                "outcome=PERHAPS",
                "round=0",
                "round=100",
                "reviewed=perhaps",
                "changedSinceReview=perhaps",
                "gaps=some",
                "fiscalYear=2021",
                "agency=504",
                "on=2564-09-30",
                "sort=gaps",
                "page=-1",
                "page=1000000",
                "size=0",
                "size=201"
            })
    void refuses_a_parameter_that_is_wrong(String query) {
        Answer answer = desk.ask(REVIEWER, "/appeals?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_PARAMETER");
    }
}
