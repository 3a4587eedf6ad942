package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.query.Desk.someone;
import static org.progressledger.query.Office.registered;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.Amended;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.Baht;
import org.progressledger.events.FormCertified;
import org.progressledger.events.Letter;
import org.progressledger.events.Objective;
import org.progressledger.events.PauseCause;
import org.progressledger.events.Period;
import org.progressledger.events.PersonalData;
import org.progressledger.events.PrintedIndicator;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectDetailsAmended;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.Sha256;
import org.progressledger.events.StrategyLink;
import org.progressledger.ledger.CommitLog;
import org.progressledger.projectledger.Person;
import org.progressledger.projectledger.PersonVault;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.StandingStill;
import org.progressledger.query.projectlist.Question;
import org.progressledger.query.projectlist.Register;
import org.progressledger.testservers.TestMongo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** What is answered as the text that is kept is, byte for byte, what the web's own mapper makes of objects. */
@SpringBootTest(
        classes = QueryService.class,
        properties = {"progress-ledger.query.patience=8s", "progress-ledger.query.part-length=1000"})
@AutoConfigureMockMvc
class AnswersAsTextIT {
    private static final String PERSONS = "50610000-0001";
    private static final String PLAIN = "50610000-0002";
    private static final String STILL = "50610000-0003";
    private static final String ELSEWHERE = "50620000-0001";
    private static final Asker AUDITOR = someone(Role.AUDITOR);

    @Autowired
    CommitLog log;

    @Autowired
    PersonVault vault;

    @Autowired
    MongoDatabase database;

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper web;

    @Autowired
    ReadModel readModel;

    @Autowired
    Register register;

    @Autowired
    Agencies agencies;

    @Autowired
    StandingStill standing;

    @Autowired
    ProjectDesk projects;

    private Desk desk;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        ServiceOn.fresh(TestMongo.embedded()).forEach((key, value) -> properties.add(key, () -> value));
    }

    @BeforeEach
    void given_projects_with_all_that_is_added_when_they_are_asked_for() {
        desk = new Desk(mvc);
        if (log.lastSequence(PERSONS).isPresent()) {
            return;
        }
        Office office = new Office(log);
        PersonalData officer = vault.seal(new Person("นาง \"ตัวอย่าง\" เขียนดี", "1234", null));
        PersonalData successor = vault.seal(new Person("นายสมชาย ตัวอย่าง", null, null));
        PersonalData erased = vault.seal(new Person("ผู้ถูกลืม", null, null));
        office.record(
                registered(PERSONS, "ขุดลอก \"คลอง\" {\"sealed\":{ 🌊 / \\", officer),
                Office.reported(PERSONS, 1, "86.40"));
        office.recordFromPaper("ตามหนังสือ", amended(officer, successor, erased));
        office.record(
                new FormCertified(ProjectCode.of(PERSONS), successor, "ผอ.", null, 1, Sha256.ofBytes(new byte[] {1})),
                new FormCertified(
                        ProjectCode.of(PERSONS), erased, null, LocalDate.of(2021, 3, 1), 2, Sha256.ofBytes(new byte[] {2
                        })),
                new ProjectPaused(
                        ProjectCode.of(PERSONS), LocalDate.of(2021, 4, 26), PauseCause.COVID_19, "ชะลอโครงการ", null),
                new AppealFiled(ProjectCode.of(PERSONS), 1, LocalDate.of(2021, 1, 4), "ก", "ข", null));
        office.recordFromPaper(null, Office.projectWithReports(PLAIN, "ปลูกต้นไม้", "20", "100", "40"));
        office.record(registered(STILL, "ทางเท้า", erased));
        long last = office.record(registered(ELSEWHERE, "สวน", officer));
        database.getCollection("person_keys").deleteOne(Filters.eq("_id", erased.person()));
        giveUp(STILL);
        desk.get(AUDITOR, "/projects?atLeast={n}", last);
    }

    /** As if an administrator had given up showing something that was recorded of it. */
    private void giveUp(String project) {
        database.getCollection("dead_letter_discards")
                .insertOne(new Document("project", project)
                        .append("from", 998L)
                        .append("to", 999L)
                        .append("events", 2)
                        .append("since", "2026-01-01T00:00:00.120Z")
                        .append("at", "2026-01-02T00:00:00Z")
                        .append("by", "admin")
                        .append("role", "ADMIN")
                        .append("reason", "ก"));
    }

    private static ProjectDetailsAmended amended(PersonalData officer, PersonalData successor, PersonalData erased) {
        return new ProjectDetailsAmended(
                ProjectCode.of(PERSONS),
                LocalDate.of(2021, 1, 1),
                null,
                null,
                new Amended<>(
                        new Period(LocalDate.of(2020, 10, 1), LocalDate.of(2021, 9, 30)),
                        new Period(LocalDate.of(2020, 10, 1), LocalDate.of(2021, 12, 31))),
                new Amended<>(Baht.of("250000"), Baht.of("10000000")),
                new Amended<>(Baht.of("1234.5"), Baht.of("0.10")),
                null,
                new Amended<>(officer, successor),
                new Amended<>(null, erased),
                null,
                new Amended<>(List.of(), List.of(new Objective(null, "เพื่อ \"ระบายน้ำ\""))),
                new Amended<>(null, "๒ แห่ง"),
                new Amended<>(null, new StrategyLink("แผน ๒๐ ปี", null, null, null)),
                new Amended<>(List.of(), List.of(new PrintedIndicator(1, null, "ร้อยละ"))),
                new Letter("กท 1/2564", null, null));
    }

    private static List<Asker> askers() {
        return Stream.of(Role.values())
                .flatMap(role -> role == Role.OFFICER
                        ? Stream.of(someone(role, "50610000"), someone(role, "50620000"))
                        : Stream.of(someone(role)))
                .toList();
    }

    private ProjectView asObject(String code, Asker asker) {
        ProjectView kept = readModel.project(ProjectCode.of(code)).orElseThrow();
        return projects.shown(standing.marked(agencies.named(kept)), asker);
    }

    @Test
    void a_project_is_answered_as_an_object_would_be_to_everybody_who_may_read_it() {
        StringBuilder all = new StringBuilder();
        for (Asker asker : askers()) {
            for (String code : List.of(PERSONS, PLAIN, STILL, ELSEWHERE)) {
                Desk.Answer answer = desk.ask(asker, "/projects/{code}", code);
                if (answer.status() != 200) {
                    assertThat(answer.status()).isEqualTo(403);
                    continue;
                }
                assertThat(answer.text())
                        .as("%s for %s", code, asker.role())
                        .isEqualTo(web.writeValueAsString(asObject(code, asker)));
                assertThat(answer.text()).doesNotContain("\"sealed\"");
                all.append(answer.text());
            }
        }
        assertThat(all.toString())
                .contains("\"name\":\"นาง \\\"ตัวอย่าง\\\" เขียนดี\",\"phone\":\"1234\"")
                .contains("{\"masked\":true}", "{\"erased\":true}")
                .contains("\"stale\":{\"since\":\"2026-01-01T00:00:00.120Z\",\"position\":998,\"discarded\":true},")
                .contains("\"mainCode\":\"50610000\",\"registerName\":\"สำนักงานเขตตัวอย่าง 50610000\"}");
    }

    /** The answer as it is described. */
    private record Page(List<ProjectView> items, int page, int size, long total, Register.Totals totals) {}

    @Test
    void a_page_of_the_register_is_answered_as_objects_would_be_to_everybody_who_may_read_it() {
        int read = 0;
        for (Asker asker : askers()) {
            for (String sort : List.of("projectCode", "name,desc")) {
                for (String words : List.of("", "ต้นไม้", "no such words")) {
                    Desk.Answer answer = desk.ask(asker, "/projects?q={words}&sort={sort}&size=3", words, sort);
                    if (answer.status() != 200) {
                        assertThat(answer.status()).isEqualTo(403);
                        continue;
                    }
                    List<ProjectView> items = new ArrayList<>();
                    answer.json()
                            .path("items")
                            .forEach(item ->
                                    items.add(asObject(item.path("projectCode").asString(), asker)));
                    Question question = Question.of(words, null, null, null, 0, 3, sort);
                    Register.Found<?> found = register.find(question, asker);
                    assertThat(answer.text())
                            .as("'%s' by %s for %s", words, sort, asker)
                            .isEqualTo(web.writeValueAsString(new Page(items, 0, 3, found.total(), found.totals())));
                    read += items.size();
                }
            }
        }
        assertThat(read).isGreaterThan(20);
    }

    @Test
    void a_flagged_page_comes_from_the_database_and_is_the_same_text() {
        Desk.Answer answer = desk.ask(AUDITOR, "/projects?flag=PCT_FELL");

        assertThat(answer.json().path("items").size()).isEqualTo(1);
        assertThat(answer.text())
                .startsWith("{\"items\":[" + web.writeValueAsString(asObject(PLAIN, AUDITOR)) + "],\"page\":0");
    }
}
