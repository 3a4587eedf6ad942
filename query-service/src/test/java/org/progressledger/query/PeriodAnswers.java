package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.query.Desk.someone;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.LateWindowOpened;
import org.progressledger.events.Percent;
import org.progressledger.events.PlanRecorded;
import org.progressledger.events.PlannedMonth;
import org.progressledger.events.PrintedRow;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.Quarter;
import org.progressledger.events.QuarterEvaluated;
import org.progressledger.events.ReportReturned;
import org.progressledger.events.Score;
import org.progressledger.ledger.CommitLog;
import org.progressledger.query.Desk.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** Answers by period as they are asked for, on whichever server. Each test has agencies of its own. */
@SpringBootTest(classes = QueryService.class, properties = "progress-ledger.query.patience=8s")
@AutoConfigureMockMvc
abstract class PeriodAnswers {
    private static final Asker SUPERVISOR = someone(Role.SUPERVISOR);

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

    private JsonNode byPeriod(Asker asker, String query, Object... variables) {
        return desk.get(asker, "/reports/by-period?fiscalYear=2564&" + query, variables);
    }

    private JsonNode board(Asker asker, String query, Object... variables) {
        return desk.get(asker, "/reports/timeliness?" + query, variables);
    }

    private static List<String> texts(JsonNode array, String field) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.path(field).asString()));
        return texts;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Bangkok"));
    }

    @Test
    void a_row_has_a_cell_for_each_month_that_agrees_with_the_projects_own_reports() {
        long position = office.record(Office.projectWithReports("53110000-0001", "ขุดลอกคลอง", "20", "60", "60"));

        JsonNode page = byPeriod(SUPERVISOR, "agency=53110000&on=2021-02-10&atLeast={n}", position);
        assertThat(page.path("measure").asString()).isEqualTo("percent");
        assertThat(page.path("by").asString()).isEqualTo("month");
        assertThat(page.path("on").asString()).isEqualTo("2021-02-10");
        assertThat(texts(page.path("columns"), "period"))
                .hasSize(12)
                .startsWith("2020-10")
                .endsWith("2021-09");
        JsonNode row = page.path("items").path(0);
        assertThat(texts(row.path("cells"), "state"))
                .containsExactly(
                        "REPORTED",
                        "REPORTED",
                        "REPORTED",
                        "GAP",
                        "CARRIED",
                        "NOT_YET",
                        "NOT_YET",
                        "NOT_YET",
                        "NOT_YET",
                        "NOT_YET",
                        "NOT_YET",
                        "NOT_YET");
        JsonNode reports = desk.get(SUPERVISOR, "/projects/53110000-0001/reports");
        for (int i = 0; i < 3; i++) {
            JsonNode cell = row.path("cells").path(i);
            assertThat(cell.path("value")).isEqualTo(reports.path(i).path("percent"));
            assertThat(cell.path("change")).isEqualTo(reports.path(i).path("change"));
            assertThat(cell.path("positions").path(0).asLong())
                    .isEqualTo(reports.path(i).path("event").path("position").asLong());
        }
        assertThat(row.path("agency").path("mainCode").asString()).isEqualTo("53110000");
        assertThat(row.path("ledgerPosition").asLong()).isEqualTo(position);
    }

    @Test
    void subtotals_average_what_was_reported_and_count_gaps_over_all_pages() {
        office.record(Office.projectWithReports("53120000-0001", "ก", "20", "30"));
        office.record(Office.projectWithReports("53120000-0002", "ข", "51"));
        long position = office.record(Office.projectWithReports("53120001-0001", "ค", "10"));

        JsonNode page = byPeriod(SUPERVISOR, "agency=5312&on=2020-12-10&size=1&page=1&atLeast={n}", position);
        assertThat(texts(page.path("items"), "projectCode")).containsExactly("53120000-0002");
        assertThat(page.path("total").asInt()).isEqualTo(3);
        assertThat(texts(page.path("totals").path("byAgency"), "code")).containsExactly("53120000", "53120001");
        JsonNode first = page.path("totals").path("byAgency").path(0).path("total");
        assertThat(first.path("projects").asInt()).isEqualTo(2);
        JsonNode november = first.path("cells").path(1);
        assertThat(november.path("reported").asInt()).isEqualTo(1);
        assertThat(november.path("gap").asInt()).isEqualTo(1);
        assertThat(november.path("average").decimalValue())
                .as("what stands from October is not averaged")
                .isEqualTo("30.00");
        assertThat(first.path("cells").path(0).path("average").decimalValue()).isEqualTo("35.50");
        assertThat(first.path("cells").path(0).path("weighted").decimalValue()).isEqualTo("35.50");
        JsonNode all = page.path("totals").path("all");
        assertThat(all.path("projects").asInt()).isEqualTo(3);
        assertThat(all.path("cells").path(0).path("average").decimalValue()).isEqualTo("27.00");
        assertThat(all.path("cells").path(1).path("gapMonths").asInt()).isEqualTo(2);
        assertThat(all.path("cells").path(2).path("carried").asInt())
                .as("the running month")
                .isEqualTo(3);
    }

    @Test
    void exceptions_only_leaves_the_rows_that_have_some_and_the_subtotals_as_they_are() {
        office.record(Office.projectWithReports("53130000-0001", "ก", "20", "30"));
        long position = office.record(Office.projectWithReports("53130000-0002", "ข", "20", "20"));

        String query = "agency=53130000&on=2020-12-01&exceptionsOnly={only}&atLeast={n}";
        assertThat(byPeriod(SUPERVISOR, query, "false", position).path("total").asInt())
                .isEqualTo(2);
        JsonNode page = byPeriod(SUPERVISOR, query, "true", position);
        assertThat(texts(page.path("items"), "projectCode")).containsExactly("53130000-0002");
        assertThat(page.path("total").asInt()).isEqualTo(1);
        JsonNode exception = page.path("items").path(0).path("exceptions").path(0);
        assertThat(exception.path("kind").asString()).isEqualTo("UNCHANGED");
        assertThat(exception.path("period").asString()).isEqualTo("2020-11");
        assertThat(exception.path("positions").toString()).isEqualTo("[%d,%d]".formatted(position - 1, position));
        assertThat(page.path("totals").path("all").path("projects").asInt()).isEqualTo(2);
        assertThat(page.path("totals").path("all").path("withExceptions").asInt())
                .isEqualTo(1);
    }

    @Test
    void todays_flags_are_exceptions_with_their_evidence() {
        long position = office.record(Office.projectWithReports("53140000-0001", "ก", "20", "60"));

        JsonNode row = byPeriod(SUPERVISOR, "agency=53140000&exceptionsOnly=true&atLeast={n}", position)
                .path("items")
                .path(0);
        JsonNode flags = desk.get(SUPERVISOR, "/projects/53140000-0001").path("flags");
        List<String> ids = texts(row.path("exceptions"), "flagId");
        ids.removeIf(String::isEmpty);
        assertThat(ids).isNotEmpty().isEqualTo(texts(flags, "id"));
        JsonNode last = row.path("exceptions").path(row.path("exceptions").size() - 1);
        assertThat(last.path("kind").asString()).isEqualTo("FLAG");
        assertThat(last.path("positions"))
                .isEqualTo(flags.path(flags.size() - 1).path("evidence").path("positions"));
    }

    @Test
    void corrections_returns_plan_money_and_scores_are_beside_each_other_and_never_mixed() {
        ProjectCode code = ProjectCode.of("53150000-0001");
        office.record(
                Office.registered(code.text(), "ก"),
                new PlanRecorded(
                        code,
                        LocalDate.parse("2020-10-01"),
                        List.of(new PlannedMonth(YearMonth.of(2020, 10), Percent.of("25"))),
                        null),
                Office.reported(code.text(), 1, "20"),
                new ProgressCorrected(code, 1, Office.content("20"), Office.content("22"), null, null),
                Office.reported(code.text(), 2, "30"),
                new ReportReturned(code, 2, 1));
        long position = office.record(
                new QuarterEvaluated(code, Quarter.of("2564-Q1"), null, null, Score.of("100"), List.of(), null, null));

        String of = "agency=53150000&on=2021-01-05&atLeast={n}&measure=";
        JsonNode percent = byPeriod(SUPERVISOR, of + "percent", position)
                .path("items")
                .path(0)
                .path("cells");
        assertThat(percent.path(0).path("value").decimalValue()).isEqualTo("22.00");
        assertThat(percent.path(0).path("againstPlan").decimalValue()).isEqualTo("-3.00");
        assertThat(percent.path(0).path("marks").toString()).isEqualTo("[\"CORRECTED\"]");
        assertThat(percent.path(1).path("state").asString()).isEqualTo("GAP");
        assertThat(percent.path(1).path("marks").toString()).isEqualTo("[\"RETURNED\"]");
        JsonNode spent = byPeriod(SUPERVISOR, of + "spent", position);
        assertThat(spent.path("items")
                        .path(0)
                        .path("cells")
                        .path(0)
                        .path("marks")
                        .toString())
                .isEqualTo("[\"CORRECTED\",\"BLANK\"]");
        assertThat(spent.path("items").path(0).path("spending").path("stated").decimalValue())
                .isEqualTo("1234.50");
        assertThat(spent.path("totals").path("all").path("spentStated").decimalValue())
                .isEqualTo("1234.50");
        assertThat(spent.path("totals")
                        .path("all")
                        .path("cells")
                        .path(0)
                        .path("sum")
                        .decimalValue())
                .as("nobody stated an amount")
                .isEqualTo("0.00");
        JsonNode score = byPeriod(SUPERVISOR, "agency=53150000&measure=score");
        assertThat(score.path("by").asString()).isEqualTo("quarter");
        JsonNode quarter = score.path("items").path(0).path("cells").path(0);
        assertThat(quarter.path("period").asString()).isEqualTo("2564-Q1");
        assertThat(quarter.path("value").decimalValue()).isEqualTo("100.00");
        assertThat(quarter.path("planned").isNull()).isTrue();
        assertThat(score.path("totals")
                        .path("all")
                        .path("cells")
                        .path(0)
                        .path("average")
                        .decimalValue())
                .isEqualTo("100.00");
    }

    @Test
    void the_board_tells_what_was_typed_late_what_is_on_paper_and_what_is_missing() {
        YearMonth late = YearMonth.from(today()).minusMonths(4);
        FiscalYear year = FiscalYear.containing(late.atDay(1));
        ProjectCode typed = ProjectCode.of("53160000-0001");
        office.record(
                Facts.registered(typed, "พิมพ์", "เขต", year.buddhistYear(), null),
                Office.reported(typed.text(), 1, late.atDay(20), "10"),
                new LateWindowOpened(typed, late, today()));
        ProjectCode printed = ProjectCode.of("53160000-0002");
        long position = office.recordFromPaper(
                null,
                Facts.registered(printed, "กระดาษ", "เขต", year.buddhistYear(), null),
                new ProgressReported(
                        printed, 1, 1, late.atDay(20), Office.content("10"), new PrintedRow(1, "x", "", "")));
        int place = (int) (late.getMonthValue() + 2) % 12;

        String of = "fiscalYear=" + year + "&agency=53160000&atLeast={n}&by=";
        JsonNode board = board(SUPERVISOR, of + "agency", position);
        assertThat(board.path("deadlineDays").asInt()).isEqualTo(15);
        JsonNode month = board.path("items").path(0).path("months").path(place);
        assertThat(month.path("period").asString()).isEqualTo(late.toString());
        assertThat(month.path("dueOn").asString())
                .isEqualTo(late.atEndOfMonth().plusDays(15).toString());
        JsonNode counts = month.path("counts");
        assertThat(counts.path("onTime").asInt()).isEqualTo(1);
        assertThat(counts.path("onTimeByPaper").asInt()).isEqualTo(1);
        assertThat(counts.path("late").asInt()).isEqualTo(1);
        assertThat(counts.path("lateInWindow").asInt()).isEqualTo(1);
        JsonNode whole = board.path("items").path(0).path("year");
        assertThat(whole.path("onTime").asInt()
                        + whole.path("late").asInt()
                        + whole.path("missing").asInt()
                        + whole.path("notYetDue").asInt())
                .as("each month of each project is in one of four")
                .isEqualTo(24);
        assertThat(board.path("all").path("year")).isEqualTo(whole);

        JsonNode rows = board(SUPERVISOR, of + "project", position).path("items");
        assertThat(texts(rows, "projectCode")).containsExactly(typed.text(), printed.text());
        JsonNode judged = rows.path(0).path("months").path(place).path("judged");
        assertThat(judged.path("verdict").asString()).isEqualTo("LATE");
        assertThat(judged.path("basis").asString()).isEqualTo("TYPED");
        assertThat(judged.path("windowUntil").asString()).isEqualTo(today().toString());
        assertThat(rows.path(1)
                        .path("months")
                        .path(place)
                        .path("judged")
                        .path("basis")
                        .asString())
                .isEqualTo("PAPER");
    }

    @Test
    void an_officer_sees_the_own_agencys_rows_and_the_totals_of_others() {
        office.record(Office.projectWithReports("53170000-0001", "ก", "20"));
        long position = office.record(Office.projectWithReports("53170001-0001", "ลับ", "40"));
        Asker officer = someone(Role.OFFICER, "53170000");

        JsonNode page = byPeriod(officer, "agency=5317&on=2020-11-10&atLeast={n}", position);
        assertThat(texts(page.path("items"), "projectCode")).containsExactly("53170000-0001");
        assertThat(page.path("total").asInt()).isEqualTo(1);
        assertThat(texts(page.path("totals").path("byAgency"), "code")).containsExactly("53170000", "53170001");
        assertThat(page.toString()).doesNotContain("ลับ", "53170001-0001");
        assertThat(byPeriod(officer, "agency=5317&q=ลับ").path("totals"))
                .as("words single out no project of others")
                .isEqualTo(byPeriod(officer, "agency=5317").path("totals"));

        JsonNode board = board(officer, "fiscalYear=2564&agency=5317&by=agency");
        assertThat(board.path("items")).hasSize(2);
        JsonNode projects = board(officer, "fiscalYear=2564&agency=5317&by=project");
        assertThat(texts(projects.path("items"), "projectCode")).containsExactly("53170000-0001");
        assertThat(projects.path("total").asInt()).isEqualTo(1);
        assertThat(projects.path("all").path("projects").asInt()).isEqualTo(2);
    }

    @Test
    void rows_come_in_the_order_and_by_the_words_of_the_register() {
        office.record(Office.projectWithReports("53180000-0001", "กกก ริมคลอง", "20"));
        office.record(Office.projectWithReports("53180000-0002", "ขขข ริมคลอง", "40"));
        long position = office.record(Office.projectWithReports("53180000-0003", "คคค", "30"));

        assertThat(texts(
                        byPeriod(SUPERVISOR, "agency=53180000&sort=percent,desc&atLeast={n}", position)
                                .path("items"),
                        "projectCode"))
                .containsExactly("53180000-0002", "53180000-0003", "53180000-0001");
        assertThat(byPeriod(SUPERVISOR, "agency=53180000&q=ริมคลอง")
                        .path("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(byPeriod(SUPERVISOR, "agency=53180000&status=COMPLETED")
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(desk.get(SUPERVISOR, "/reports/by-period?fiscalYear=2563&agency=53180000")
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void a_day_before_the_project_has_no_row_of_it() {
        long position = office.record(Office.projectWithReports("53190000-0001", "ก", "20"));

        assertThat(byPeriod(SUPERVISOR, "agency=53190000&on=2020-09-30&atLeast={n}", position)
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(byPeriod(SUPERVISOR, "agency=53190000&on=2020-10-01")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reports/by-period?measure=PERCENT",
                "/reports/by-period?measure=everything",
                "/reports/by-period?by=year",
                "/reports/by-period?measure=score&by=month",
                "/reports/by-period?fiscalYear=2021",
                "/reports/by-period?on=2564-09-30",
                "/reports/by-period?exceptionsOnly=perhaps",
                "/reports/by-period?agency=504",
                "/reports/by-period?size=201",
                "/reports/by-period?page=-1",
                "/reports/by-period?sort=value",
                "/reports/timeliness?by=month",
                "/reports/timeliness?fiscalYear=1",
                "/reports/timeliness?on=yesterday",
                "/reports/timeliness?size=0"
            })
    void refuses_a_parameter_that_is_wrong(String path) {
        Answer answer = desk.ask(SUPERVISOR, path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_PARAMETER");
    }
}
