package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.query.Desk.someone;
import static org.progressledger.query.Office.registered;

import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.PauseCause;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectPaused;
import org.progressledger.ledger.CommitLog;
import org.progressledger.projectledger.PersonVault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** How the register is searched, put in order and narrowed. It is asked of the same running service as {@link Answers}. */
@SpringBootTest(
        classes = QueryService.class,
        properties = {"progress-ledger.query.patience=8s", "progress-ledger.query.part-length=1000"})
@AutoConfigureMockMvc
abstract class RegisterAnswers {
    static final Asker AUDITOR = someone(Role.AUDITOR);
    static final Asker SUPERVISOR = someone(Role.SUPERVISOR);

    @Autowired
    CommitLog log;

    @Autowired
    PersonVault vault;

    @Autowired
    MongoDatabase database;

    @Autowired
    MockMvc mvc;

    Office office;
    Desk desk;

    @BeforeEach
    void open() {
        office = new Office(log);
        desk = new Desk(mvc);
    }

    static List<String> texts(JsonNode array, String field) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.path(field).asString()));
        return texts;
    }

    @ParameterizedTest
    @CsvSource({
        "ฟื้นฟูลำน้ำ, sara am in one piece",
        "ลําน้ำ, sara am in two",
        "ลำนํ้า, the tone mark between",
        "พ.ศ. 2564, Arabic digits",
        "KPI, Latin in capitals",
        "'ลำน้ำ   พ.ศ.', several spaces",
        "ฟื, two characters",
        "50150000-00, the beginning of a code",
        "เขตตัวอย่าง, the agency"
    })
    void thai_words_are_found_however_they_are_typed(String words, String why) {
        String code = "50150000-0001";
        if (log.lastSequence(code).isEmpty()) {
            office.record(registered(code, "ฟื้นฟูลำน้ำ พ.ศ. ๒๕๖๔ (Kpi 2/2)"));
        }
        long position = log.lastPosition().orElseThrow();

        assertThat(texts(
                        desk.get(AUDITOR, "/projects?agency=5015&q={q}&atLeast={n}", words, position)
                                .path("items"),
                        "projectCode"))
                .as(why)
                .containsExactly(code);
    }

    @Test
    void words_that_only_share_their_parts_are_not_found() {
        // both hold every three letters in a row of abcab's query, one of them apart
        office.record(registered("50160000-0001", "xabc bcab"));
        long position = office.record(registered("50160000-0002", "x abcab"));

        assertThat(texts(
                        desk.get(AUDITOR, "/projects?agency=5016&q=abcab&atLeast={n}", position)
                                .path("items"),
                        "projectCode"))
                .containsExactly("50160000-0002");
        assertThat(desk.get(AUDITOR, "/projects?agency=5016&q={q}", ".*")
                        .path("total")
                        .asInt())
                .as("words are words, not patterns")
                .isZero();
    }

    @Test
    void the_register_is_put_in_order_and_paged() {
        office.record(Office.projectWithReports("50170000-0001", "เกาะ", "30"));
        office.record(Office.projectWithReports("50170000-0002", "ขวด", "10"));
        long position = office.record(Office.projectWithReports("50170000-0003", "กา", "30"));
        String path = "/projects?agency=5017&sort={sort}&page={page}&size=2&atLeast=" + position;

        // เ is written before the consonant and sorted after it
        assertThat(codes(path, "name", 0)).containsExactly("50170000-0003", "50170000-0001");
        assertThat(codes(path, "name", 1)).containsExactly("50170000-0002");
        assertThat(codes(path, "name,desc", 0)).containsExactly("50170000-0002", "50170000-0001");
        assertThat(codes(path, "percent", 0)).containsExactly("50170000-0002", "50170000-0001");
        assertThat(codes(path, "percent,desc", 0)).containsExactly("50170000-0003", "50170000-0001");
        assertThat(codes(path, "projectCode", 5)).isEmpty();
        for (String sort : List.of("reportedOn", "status", "fiscalYear", "budget.allocated,desc")) {
            assertThat(codes(path, sort, 0)).as(sort).hasSize(2);
        }
        JsonNode page = desk.get(AUDITOR, path, "name", 0);
        assertThat(page.path("total").asInt()).isEqualTo(3);
        assertThat(page.path("totals").path("byStatus").path("ACTIVE").asInt()).isEqualTo(3);
        assertThat(page.path("totals")
                        .path("byAgency")
                        .path(0)
                        .path("allocated")
                        .decimalValue())
                .isEqualTo("750000.00");
    }

    private List<String> codes(String path, String sort, int page) {
        return texts(desk.get(AUDITOR, path, sort, page).path("items"), "projectCode");
    }

    @Test
    void the_register_is_narrowed_by_status_and_year() {
        office.record(registered("50180000-0001", "เดิน"));
        long position = office.record(
                registered("50180000-0002", "หยุด"),
                new ProjectPaused(
                        ProjectCode.of("50180000-0002"), LocalDate.of(2021, 5, 1), PauseCause.OTHER, "รอ", null));
        String path = "/projects?agency=50180000&atLeast=" + position;

        assertThat(texts(desk.get(AUDITOR, path + "&status=PAUSED").path("items"), "projectCode"))
                .containsExactly("50180000-0002");
        assertThat(desk.get(AUDITOR, path + "&fiscalYear=2564").path("total").asInt())
                .isEqualTo(2);
        assertThat(desk.get(AUDITOR, path + "&fiscalYear=2565").path("total").asInt())
                .isZero();
    }
}
