package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.query.Desk.someone;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.Baht;
import org.progressledger.events.Percent;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.Sha256;
import org.progressledger.events.TargetStatus;
import org.progressledger.ledger.CommitLog;
import org.progressledger.projectledger.Person;
import org.progressledger.projectledger.PersonVault;
import org.progressledger.query.Desk.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** Projects as files, on whichever server. Each test has agencies of its own. */
@SpringBootTest(
        classes = QueryService.class,
        properties = {
            "progress-ledger.query.patience=8s",
            "progress-ledger.query.part-length=1000",
            "progress-ledger.oc4ids.prefix=oc4ids-abc123",
            "progress-ledger.oc4ids.publisher=สำนักตัวอย่าง"
        })
@AutoConfigureMockMvc
abstract class ExportAnswers {
    private static final Asker AUDITOR = someone(Role.AUDITOR);
    private static final Asker SUPERVISOR = someone(Role.SUPERVISOR);

    @Autowired
    CommitLog log;

    @Autowired
    PersonVault vault;

    @Autowired
    MockMvc mvc;

    private Office office;
    private Desk desk;

    @BeforeEach
    void open() {
        office = new Office(log);
        desk = new Desk(mvc);
    }

    private Answer file(Asker asker, String path, Object... variables) {
        Answer answer = desk.ask(asker, path, variables);
        assertThat(answer.status()).as(path + ": " + answer.text()).isEqualTo(200);
        return answer;
    }

    private static List<NamedCsvRecord> csv(Answer answer) {
        assertThat(answer.text()).startsWith("\uFEFF").endsWith("\r\n");
        return CsvReader.builder().ofNamedCsvRecord(answer.text().substring(1)).stream()
                .toList();
    }

    private JsonNode lastExport(Asker asker) {
        return desk.get(asker, "/exports?size=1").path("items").path(0);
    }

    @Test
    void a_projects_reports_are_a_table_in_which_no_narrative_is_a_formula() {
        String code = "53110000-0001";
        ReportContent evil = new ReportContent(
                Percent.of("40"),
                Baht.of("1200.50"),
                ScheduleStatus.ON_PLAN,
                TargetStatus.ON_TARGET,
                "=HYPERLINK(\"http://example.org\")");
        long position = office.recordFromPaper(
                null,
                Office.registered(code, "ขุดลอกคลอง"),
                Office.reported(code, 1, "20"),
                new ProgressReported(ProjectCode.of(code), 2, 1, LocalDate.of(2020, 11, 28), evil, null));

        Answer answer = file(AUDITOR, "/projects/" + code + "/export.csv?atLeast={n}", position);
        List<NamedCsvRecord> rows = csv(answer);

        assertThat(answer.response().getContentType()).isEqualTo("text/csv;charset=UTF-8;header=present");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"53110000-0001-reports.csv\"");
        assertThat(Long.parseLong(answer.header("Ledger-Position"))).isGreaterThanOrEqualTo(position);
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).getField("narrative")).isEqualTo("'=HYPERLINK(\"http://example.org\")");
        assertThat(rows.get(1).getField("disbursed")).isEqualTo("1200.50");
        assertThat(rows.get(1).getField("reportedOnThai")).isEqualTo("28 พ.ย. 2563");
        assertThat(rows.get(1).getField("position")).isEqualTo(Long.toString(position));
        assertThat(csv(file(AUDITOR, "/projects/" + code + "/export.csv?table=timeline")))
                .hasSize(3);
        assertThat(csv(file(AUDITOR, "/projects/" + code + "/export.csv?table=flags")))
                .isNotEmpty();
    }

    @Test
    void json_holds_what_is_answered_one_by_one() {
        String code = "53120000-0001";
        long position = office.record(Office.projectWithReports(code, "ก", "20", "60"));

        JsonNode file = file(AUDITOR, "/projects/" + code + "/export.json?atLeast={n}", position)
                .json();

        assertThat(file.path("complete").asBoolean()).isTrue();
        assertThat(file.path("count").asInt()).isEqualTo(1);
        assertThat(file.path("exportedBy").asString()).isEqualTo("auditor");
        JsonNode project = file.path("projects").path(0);
        assertThat(project.path("project")).isEqualTo(desk.get(AUDITOR, "/projects/" + code));
        assertThat(project.path("reports")).isEqualTo(desk.get(AUDITOR, "/projects/" + code + "/reports"));
        assertThat(project.path("timeline")).isEqualTo(desk.get(AUDITOR, "/projects/" + code + "/timeline"));
        assertThat(project.path("percentChanges"))
                .isEqualTo(desk.get(AUDITOR, "/projects/" + code + "/percent-changes"));
    }

    @Test
    void a_workbook_has_a_sheet_for_each_table() throws IOException {
        String code = "53130000-0001";
        long position = office.record(Office.projectWithReports(code, "ก", "20", "60"));

        byte[] bytes = file(AUDITOR, "/projects/" + code + "/export.xlsx?atLeast={n}", position)
                .response()
                .getContentAsByteArray();

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            List<Sheet> sheets = workbook.getSheets().toList();
            assertThat(sheets)
                    .extracting(Sheet::getName)
                    .containsExactly(
                            "โครงการ Projects",
                            "รายงาน Reports",
                            "ลำดับเหตุการณ์ Timeline",
                            "ร้อยละ Percent changes",
                            "ข้อสังเกต Flags",
                            "เกี่ยวกับไฟล์ About");
            assertThat(sheets.get(0).read()).hasSize(2);
            assertThat(sheets.get(1).read()).hasSize(3);
            assertThat(sheets.get(1).read().get(2).stream().map(cell -> cell == null ? null : cell.getValue()))
                    .contains(new BigDecimal("60.00"));
            assertThat(sheets.get(5).read().toString()).contains("auditor");
        }
    }

    @Test
    void the_register_is_exported_as_the_filter_leaves_it_and_to_an_officer_the_own_agency() {
        office.record(Office.projectWithReports("53140000-0001", "ก", "20"));
        office.record(Office.projectWithReports("53140000-0002", "ข", "20", "60"));
        long position = office.record(Office.projectWithReports("53140001-0001", "ค", "20"));

        List<NamedCsvRecord> all = csv(file(AUDITOR, "/projects/export.csv?agency=5314&atLeast={n}", position));
        assertThat(all)
                .extracting(row -> row.getField("projectCode"))
                .containsExactly("53140000-0001", "53140000-0002", "53140001-0001");
        assertThat(csv(file(AUDITOR, "/projects/export.csv?agency=5314&sort=projectCode,desc&flag=PCT_JUMP")))
                .extracting(row -> row.getField("projectCode"))
                .containsExactly("53140000-0002");
        Asker officer = someone(Role.OFFICER, "53140000");
        assertThat(csv(file(officer, "/projects/export.csv?table=reports&fiscalYear=2564")))
                .extracting(row -> row.getField("projectCode") + " " + row.getField("reportNo"))
                .containsExactly("53140000-0001 1", "53140000-0002 1", "53140000-0002 2");
        assertThat(file(officer, "/projects/export.json?agency=53140001")
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
        assertThat(desk.ask(officer, "/projects/53140001-0001/export.json").code())
                .isEqualTo("NOT_YOUR_AGENCY");
    }

    @Test
    void persons_are_masked_in_files_for_whoever_sees_them_masked() {
        String code = "53150000-0001";
        long position = office.record(
                Office.registered(code, "ก", vault.seal(new Person("นางตัวอย่าง เขียนดี", "0812345678", null))));

        for (String path : List.of("/projects/" + code + "/export.json", "/projects/export.csv?agency=5315")) {
            String clear = file(SUPERVISOR, path + (path.contains("?") ? "&" : "?") + "atLeast={n}", position)
                    .text();
            assertThat(clear).contains("นางตัวอย่าง เขียนดี", "0812345678").doesNotContain("sealed");
            assertThat(file(AUDITOR, path).text())
                    .contains("masked")
                    .doesNotContain("นางตัวอย่าง", "0812345678", "sealed");
        }
        assertThat(file(someone(Role.OFFICER, "53150000"), "/projects/export.csv")
                        .text())
                .contains("นางตัวอย่าง เขียนดี");
        assertThat(file(SUPERVISOR, "/projects/" + code + "/oc4ids.json").text())
                .doesNotContain("นางตัวอย่าง", "0812345678", "sealed");
    }

    @Test
    void every_file_stands_in_the_record_with_its_digest_and_what_it_covers() {
        long first = office.record(Office.registered("53160000-0001", "ก"));
        long last = office.record(Office.projectWithReports("53160000-0002", "ข", "20"));
        Answer answer = file(SUPERVISOR, "/projects/export.csv?agency=5316&status=ACTIVE&atLeast={n}", last);

        JsonNode entry = lastExport(AUDITOR);

        assertThat(entry.path("kind").asString()).isEqualTo("REGISTER");
        assertThat(entry.path("format").asString()).isEqualTo("CSV");
        assertThat(entry.path("table").asString()).isEqualTo("projects");
        assertThat(entry.path("filter").toString()).isEqualTo("{\"agency\":\"5316\",\"status\":\"ACTIVE\"}");
        assertThat(entry.path("by").path("id").asString()).isEqualTo("supervisor");
        assertThat(entry.path("by").path("role").asString()).isEqualTo("SUPERVISOR");
        assertThat(entry.path("outcome").asString()).isEqualTo("FINISHED");
        assertThat(entry.path("rows").asInt()).isEqualTo(2);
        assertThat(entry.path("firstPosition").asLong()).isEqualTo(first);
        assertThat(entry.path("lastPosition").asLong()).isEqualTo(last);
        assertThat(entry.path("ledgerPosition").asLong()).isGreaterThanOrEqualTo(last);
        byte[] sent = answer.response().getContentAsByteArray();
        assertThat(entry.path("bytes").asInt()).isEqualTo(sent.length);
        assertThat(entry.path("sha256").asString())
                .isEqualTo(Sha256.ofBytes(sent).hex());
        assertThat(entry.has("checkpoint")).isFalse();
    }

    @Test
    void what_is_not_there_leaves_no_record_and_pages_are_counted() {
        long before = desk.get(AUDITOR, "/exports").path("total").asLong();

        assertThat(desk.ask(AUDITOR, "/projects/53170000-0001/export.xlsx").code())
                .isEqualTo("PROJECT_NOT_FOUND");
        assertThat(desk.get(AUDITOR, "/exports").path("total").asLong()).isEqualTo(before);

        file(AUDITOR, "/projects/export.csv?agency=5317");
        file(AUDITOR, "/projects/export.json?agency=5317");
        JsonNode page = desk.get(someone(Role.ADMIN), "/exports?page=1&size=1");
        assertThat(page.path("total").asLong()).isEqualTo(before + 2);
        assertThat(page.path("items").path(0).path("format").asString()).isEqualTo("CSV");
    }

    @Test
    void a_project_is_told_in_the_words_of_oc4ids() {
        String code = "53180000-0001";
        long position = office.record(Office.projectWithReports(code, "ขุดลอกคลอง", "20", "60"));

        JsonNode file = file(AUDITOR, "/projects/" + code + "/oc4ids.json?atLeast={n}", position)
                .json();

        assertThat(file.path("version").asString()).isEqualTo("0.9");
        assertThat(file.path("publisher").path("name").asString()).isEqualTo("สำนักตัวอย่าง");
        assertThat(file.path("uri").asString())
                .isEqualTo("http://localhost:8080/api/v1/projects/" + code + "/oc4ids.json");
        JsonNode project = file.path("projects").path(0);
        assertThat(project.path("id").asString()).isEqualTo("oc4ids-abc123-" + code);
        assertThat(project.path("metrics").path(0).path("observations").size()).isEqualTo(2);
        assertThat(lastExport(AUDITOR).path("kind").asString()).isEqualTo("OC4IDS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"export.csv?asOf=2021-01-01", "export.json?recordedAt=2021-01-01"})
    void another_day_is_refused_rather_than_answered_with_today(String file) {
        Answer answer = desk.ask(AUDITOR, "/projects/" + file);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("NOT_YET_SUPPORTED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/projects/53110000-0001/export.csv?table=nope",
                "/projects/export.csv?table=REPORTS",
                "/projects/export.csv?agency=1",
                "/projects/export.json?fiscalYear=2021",
                "/projects/export.xlsx?sort=nope",
                "/projects/x/export.json",
                "/projects/x/evidence-pack",
                "/projects/x/oc4ids.json",
                "/exports?size=0",
                "/exports?page=-1"
            })
    void refuses_a_parameter_that_is_wrong(String path) {
        Answer answer = desk.ask(AUDITOR, path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_PARAMETER");
    }
}
