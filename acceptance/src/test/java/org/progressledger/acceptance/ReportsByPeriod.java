package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Both printouts beside the months of their year, and a year that is typed, as a supervisor asks for them. */
@ExtendWith(SharedSystem.class)
abstract class ReportsByPeriod {
    private static final String YEAR = "/reports/by-period?fiscalYear=2564&on=2021-10-01";

    private final RunningSystem system;
    private final Client supervisor;

    ReportsByPeriod(SharedSystem.Loaded loaded) {
        this.system = loaded.system();
        this.supervisor = system.as("supervisor");
        long both = loaded.confirmations().values().stream()
                .mapToLong(Answer::position)
                .max()
                .orElseThrow();
        supervisor.get("/projects?size=1&atLeast=" + both);
    }

    static List<Samples> samples() {
        return List.of(Samples.DISTRICT, Samples.COUNCIL);
    }

    private static JsonNode row(JsonNode page, String code) {
        for (JsonNode row : page.get("items")) {
            if (row.get("projectCode").asString().equals(code)) {
                return row;
            }
        }
        throw new AssertionError("No row of " + code + " in " + page);
    }

    private static List<String> texts(JsonNode array, String field) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.path(field).asString("")));
        return texts;
    }

    /** State and value of each cell. */
    private static List<String> told(JsonNode row) {
        List<String> told = new ArrayList<>();
        row.get("cells")
                .forEach(cell -> told.add(cell.get("state").asString()
                        + (cell.get("value").isNull()
                                ? ""
                                : " " + cell.get("value").decimalValue().intValueExact())));
        return told;
    }

    private static List<String> exceptions(JsonNode row) {
        List<String> told = new ArrayList<>();
        for (JsonNode exception : row.get("exceptions")) {
            if (!exception.get("kind").asString().equals("FLAG")) {
                told.add(exception.get("kind").asString() + " "
                        + exception.get("period").asString());
            }
        }
        return told;
    }

    @Test
    void twenty_two_reports_stand_in_their_months_and_what_was_not_reported_is_a_gap() {
        JsonNode page = supervisor.get(YEAR);

        assertThat(page.get("total").asInt()).isEqualTo(2);
        assertThat(told(row(page, Samples.COUNCIL.code())))
                .containsExactly(
                        "REPORTED 5",
                        "REPORTED 10",
                        "REPORTED 15",
                        "REPORTED 15",
                        "REPORTED 15",
                        "REPORTED 20",
                        "REPORTED 20",
                        "REPORTED 20",
                        "REPORTED 20",
                        "REPORTED 20",
                        "REPORTED 50",
                        "REPORTED 100");
        assertThat(told(row(page, Samples.DISTRICT.code())))
                .containsExactly(
                        "REPORTED 10",
                        "REPORTED 15",
                        "REPORTED 20",
                        "REPORTED 20",
                        "REPORTED 90",
                        "REPORTED 92",
                        "REPORTED 95",
                        "REPORTED 95",
                        "REPORTED 95",
                        "REPORTED 100",
                        "GAP",
                        "GAP");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void each_value_is_that_of_the_report_whose_number_and_event_the_cell_names(Samples paper) {
        JsonNode cells = row(supervisor.get(YEAR), paper.code()).get("cells");

        for (JsonNode report : supervisor.get("/projects/" + paper.code() + "/reports")) {
            JsonNode cell = cells.get(
                    (LocalDate.parse(report.get("reportedOn").asString()).getMonthValue() + 2) % 12);
            assertThat(cell.get("reportNos").get(0).asInt())
                    .isEqualTo(report.get("reportNo").asInt());
            assertThat(cell.get("value").decimalValue())
                    .isEqualByComparingTo(report.get("percent").decimalValue());
            assertThat(cell.get("change").decimalValue())
                    .isEqualByComparingTo(report.get("change").decimalValue());
            assertThat(cell.get("positions").get(0).asLong())
                    .isEqualTo(report.get("event").get("position").asLong());
            assertThat(cell.get("planned").isNull())
                    .as("the form states no plan")
                    .isTrue();
        }
    }

    @Test
    void subtotals_average_only_what_was_reported_and_show_the_gaps() {
        JsonNode totals = supervisor.get(YEAR).get("totals");

        JsonNode october = totals.get("all").get("cells").get(0);
        assertThat(october.get("values").asInt()).isEqualTo(2);
        assertThat(october.get("average").decimalValue()).isEqualByComparingTo("7.5");
        JsonNode august = totals.get("all").get("cells").get(10);
        assertThat(august.get("reported").asInt()).isEqualTo(1);
        assertThat(august.get("gap").asInt()).isEqualTo(1);
        assertThat(august.get("average").decimalValue()).isEqualByComparingTo("50");
        assertThat(texts(totals.get("byAgency"), "code")).containsExactly("01000000", "50470000");
        JsonNode district =
                totals.get("byAgency").get(1).get("total").get("cells").get(10);
        assertThat(district.get("gap").asInt()).isEqualTo(1);
        assertThat(district.get("average").isNull()).isTrue();
    }

    @Test
    void what_stands_from_an_earlier_month_is_carried_into_the_running_one_and_says_from_where() {
        JsonNode row = row(
                supervisor.get("/reports/by-period?fiscalYear=2564&on=2021-05-10&agency=01000000"),
                Samples.COUNCIL.code());

        assertThat(told(row).subList(6, 9)).containsExactly("REPORTED 20", "CARRIED 20", "NOT_YET");
        JsonNode may = row.get("cells").get(7);
        assertThat(may.get("carriedFrom").asString()).isEqualTo("2021-04");
        assertThat(may.get("reportNos").get(0).asInt()).isEqualTo(7);
        assertThat(may.get("marks").toString()).as("paused since 26 April").isEqualTo("[\"PAUSED\"]");
        assertThat(row.get("cells").get(5).get("marks")).isEmpty();
    }

    @Test
    void exceptions_say_what_is_worth_a_look_and_name_events_of_the_project() {
        JsonNode page = supervisor.get(YEAR + "&exceptionsOnly=true");

        JsonNode council = row(page, Samples.COUNCIL.code());
        assertThat(exceptions(council))
                .containsExactly(
                        "UNCHANGED 2021-01",
                        "UNCHANGED 2021-02",
                        "UNCHANGED 2021-04",
                        "UNCHANGED 2021-05",
                        "UNCHANGED 2021-06",
                        "UNCHANGED 2021-07",
                        "JUMPED 2021-08",
                        "JUMPED 2021-09");
        JsonNode district = row(page, Samples.DISTRICT.code());
        assertThat(exceptions(district))
                .containsExactly(
                        "UNCHANGED 2021-01",
                        "JUMPED 2021-02",
                        "UNCHANGED 2021-05",
                        "UNCHANGED 2021-06",
                        "GAP 2021-08",
                        "GAP 2021-09");
        List<Long> positions = new ArrayList<>();
        supervisor
                .get("/projects/" + Samples.DISTRICT.code() + "/timeline")
                .forEach(event -> positions.add(event.get("position").asLong()));
        for (JsonNode exception : district.get("exceptions")) {
            assertThat(exception.get("positions")).isNotEmpty();
            exception.get("positions").forEach(position -> assertThat(positions).contains(position.asLong()));
        }
    }

    @Test
    void todays_flags_are_exceptions_too() {
        JsonNode row =
                row(supervisor.get("/reports/by-period?fiscalYear=2564&exceptionsOnly=true"), Samples.COUNCIL.code());

        List<String> flags = new ArrayList<>(texts(row.get("exceptions"), "flagId"));
        flags.removeIf(String::isEmpty);
        assertThat(flags)
                .isEqualTo(texts(
                        supervisor.get("/projects/" + Samples.COUNCIL.code()).get("flags"), "id"));
    }

    @Test
    void a_quarter_says_which_of_its_months_were_not_reported() {
        JsonNode last = row(supervisor.get(YEAR + "&by=quarter"), Samples.DISTRICT.code())
                .get("cells")
                .get(3);

        assertThat(last.get("period").asString()).isEqualTo("2564-Q4");
        assertThat(last.get("value").decimalValue()).isEqualByComparingTo("100");
        assertThat(last.get("gaps").toString()).isEqualTo("[\"2021-08\",\"2021-09\"]");
    }

    @Test
    void money_and_scores_are_not_the_percentage() {
        JsonNode spent = row(supervisor.get(YEAR + "&measure=spent"), Samples.COUNCIL.code());
        assertThat(told(spent)).containsOnly("REPORTED 0");
        assertThat(spent.get("spending").get("stated"))
                .isEqualTo(supervisor
                        .get("/projects/" + Samples.COUNCIL.code())
                        .get("budget")
                        .get("spent"));

        JsonNode score = row(supervisor.get(YEAR + "&measure=score"), Samples.COUNCIL.code());
        assertThat(told(score)).containsExactly("GAP", "GAP", "GAP", "GAP");
    }

    @Test
    void printouts_are_judged_by_their_dates_not_by_their_import() {
        JsonNode board = supervisor.get("/reports/timeliness?fiscalYear=2564&on=2021-10-20");

        JsonNode district = board.get("items").get(1);
        assertThat(district.get("agency").get("code").asString()).isEqualTo("50470000");
        assertThat(district.get("year").get("onTimeByPaper").asInt()).isEqualTo(10);
        assertThat(district.get("year").get("late").asInt()).isZero();
        assertThat(district.get("year").get("missing").asInt()).isEqualTo(2);
        assertThat(supervisor
                        .get("/reports/timeliness?fiscalYear=2564&on=2021-10-15&agency=50470000")
                        .get("items")
                        .get(0)
                        .get("year")
                        .get("notYetDue")
                        .asInt())
                .as("September may be reported until 15 October")
                .isEqualTo(1);
    }

    @Test
    void an_officer_sees_own_rows_and_the_subtotals_of_all() {
        for (Samples paper : samples()) {
            Client officer = system.as(paper.officer());
            JsonNode page = officer.get(YEAR);
            assertThat(texts(page.get("items"), "projectCode")).containsExactly(paper.code());
            assertThat(page.get("totals").get("byAgency")).hasSize(2);
            assertThat(officer.get("/reports/timeliness?fiscalYear=2564").get("items"))
                    .hasSize(2);
            assertThat(texts(
                            officer.get("/reports/timeliness?fiscalYear=2564&by=project")
                                    .get("items"),
                            "projectCode"))
                    .containsExactly(paper.code());
        }
    }

    private static Map<String, Object> report(int no, LocalDate on, int percent) {
        Map<String, Object> body = Paperwork.report(no, new BigDecimal(percent));
        body.put("reportedOn", on.toString());
        return body;
    }

    /** A project of the year that ended before this one: every report is typed after its deadline. */
    @Test
    void a_year_that_is_typed_afterwards_is_late_and_its_corrections_returns_gaps_and_plan_are_seen() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Bangkok"));
        String code = Paperwork.newCode();
        Client coordinator = system.as("coordinator");
        Map<String, Object> registration = Paperwork.registration(code);
        registration.put("fiscalYear", 2567);
        registration.put("period", Map.of("startsOn", "2023-10-01", "endsOn", "2024-03-31"));
        coordinator.command("/projects", registration).ok();
        String project = "/projects/" + code;
        coordinator
                .command(
                        project + "/plan",
                        Map.of(
                                "effectiveOn",
                                "2023-10-01",
                                "months",
                                List.of(
                                        Map.of("month", "2023-10", "percent", 10),
                                        Map.of("month", "2023-11", "percent", 30))))
                .ok();
        coordinator
                .command(project + "/reports", report(1, LocalDate.of(2023, 10, 30), 15))
                .ok();
        coordinator
                .command(project + "/reports", report(2, LocalDate.of(2023, 11, 30), 20))
                .ok();
        coordinator
                .command(project + "/reports/2/correction", Paperwork.correction(new BigDecimal("18")))
                .ok();
        coordinator
                .command(project + "/reports", report(3, LocalDate.of(2024, 1, 31), 40))
                .ok();
        system.as("supervisor")
                .command(project + "/reports/3/return", Map.of("reason", "ไม่มีภาพกิจกรรม"))
                .ok();
        long position = coordinator
                .command(
                        project + "/late-windows",
                        Map.of("month", "2024-01", "until", today.plusDays(3).toString(), "reason", "ระบบขัดข้อง"))
                .ok()
                .position();

        String asked = "?fiscalYear=2567&q=" + code + "&atLeast=" + position;
        JsonNode row = row(supervisor.get("/reports/by-period" + asked), code);
        assertThat(told(row).subList(0, 7))
                .containsExactly("REPORTED 15", "REPORTED 18", "GAP", "GAP", "GAP", "GAP", "OUTSIDE");
        assertThat(row.get("cells").get(0).get("againstPlan").decimalValue()).isEqualByComparingTo("5");
        assertThat(row.get("cells").get(1).get("againstPlan").decimalValue()).isEqualByComparingTo("-12");
        assertThat(row.get("cells").get(1).get("marks").toString()).isEqualTo("[\"CORRECTED\"]");
        assertThat(row.get("cells").get(3).get("marks").toString()).isEqualTo("[\"RETURNED\"]");
        assertThat(exceptions(row))
                .containsExactly(
                        "CORRECTED 2023-11",
                        "GAP 2023-12",
                        "GAP 2024-01",
                        "RETURNED 2024-01",
                        "GAP 2024-02",
                        "GAP 2024-03");

        JsonNode months = row(supervisor.get("/reports/timeliness" + asked + "&by=project"), code)
                .get("months");
        JsonNode october = months.get(0).get("judged");
        assertThat(october.get("verdict").asString()).isEqualTo("LATE");
        assertThat(october.get("handedOn").asString())
                .isBetween(today.minusDays(1).toString(), today.toString());
        assertThat(months.get(2).get("judged").get("verdict").asString()).isEqualTo("MISSING");
        JsonNode january = months.get(3).get("judged");
        assertThat(january.get("verdict").asString()).isEqualTo("MISSING");
        assertThat(january.get("circumstances").toString()).isEqualTo("[\"WINDOW_OPEN\",\"RETURNED\"]");
        assertThat(months.get(6).get("judged").isNull())
                .as("the project had ended")
                .isTrue();

        long again = coordinator
                .command(project + "/reports", report(3, LocalDate.of(2024, 1, 31), 45))
                .ok()
                .position();
        asked = "?fiscalYear=2567&q=" + code + "&atLeast=" + again;
        january = row(supervisor.get("/reports/timeliness" + asked + "&by=project"), code)
                .get("months")
                .get(3)
                .get("judged");
        assertThat(january.get("verdict").asString()).isEqualTo("LATE");
        assertThat(january.get("revision").asInt()).isEqualTo(2);
        assertThat(january.get("circumstances").toString()).isEqualTo("[\"IN_WINDOW\",\"RESUBMITTED\"]");
        assertThat(told(row(supervisor.get("/reports/by-period" + asked), code)).get(3))
                .isEqualTo("REPORTED 45");
    }

    @Test
    void what_is_typed_in_its_month_is_on_time() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Bangkok"));
        String code = Paperwork.newCode();
        int year = today.getYear() + 543 + (today.getMonthValue() >= 10 ? 1 : 0);
        Map<String, Object> registration = Paperwork.registration(code);
        registration.put("fiscalYear", year);
        registration.put(
                "period",
                Map.of(
                        "startsOn",
                        today.withDayOfMonth(1).toString(),
                        "endsOn",
                        YearMonth.from(today).atEndOfMonth().toString()));
        Client coordinator = system.as("coordinator");
        coordinator.command("/projects", registration).ok();
        long position = coordinator
                .command("/projects/" + code + "/reports", report(1, today, 10))
                .ok()
                .position();

        JsonNode counts = row(
                        supervisor.get("/reports/timeliness?by=project&fiscalYear=" + year + "&q=" + code + "&atLeast="
                                + position),
                        code)
                .get("year");
        assertThat(counts.get("onTime").asInt()).isEqualTo(1);
        assertThat(counts.get("onTimeByPaper").asInt()).isZero();
        assertThat(counts.get("late").asInt()).isZero();
    }
}
