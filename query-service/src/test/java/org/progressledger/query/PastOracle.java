package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.ProjectStatus;
import org.progressledger.events.RecordedEvent;
import org.progressledger.events.ThaiSpelling;
import org.progressledger.ledger.CommitLog;
import org.progressledger.query.NaiveRegister.Noted;
import org.progressledger.query.NaiveRegister.Report;
import org.progressledger.query.NaiveRegister.Then;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.RegisterRows;
import org.progressledger.query.projection.RegisterSums;
import org.progressledger.query.projectlist.Question;
import org.progressledger.query.projectlist.RegisterBothWays;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/**
 * Random histories with late, corrected and mistaken facts: whatever is asked of the past, over HTTP, is answered as a fold
 * written anew and the long way answers it. The seed is in every message.
 */
@SpringBootTest
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PastOracle {
    private static final Asker AUDITOR = Desk.someone(Role.AUDITOR);
    private static final long SEED = Long.getLong("oracle.seed", 20211125L);
    private static final int PROJECTS = 24;
    private static final int DEEDS = 18;
    private static final int QUESTIONS = 80;
    private static final List<String> AGENCIES = List.of("53990000", "53990001", "53980000");
    private static final String[] STATUSES = {"ACTIVE", "PAUSED", "COMPLETED", "CANCELLED"};

    @Autowired
    CommitLog log;

    @Autowired
    MockMvc mvc;

    @Autowired
    RegisterRows rows;

    @Autowired
    ReadModel readModel;

    @Autowired
    RegisterSums sums;

    @Autowired
    Agencies agencies;

    private final Random random = new Random(SEED);
    private Desk desk;
    private Map<String, List<Noted>> noted = new TreeMap<>();
    private List<Instant> instants = new ArrayList<>();

    @BeforeAll
    void an_office_that_records_things_as_they_come_to_its_mind() throws InterruptedException {
        desk = new Desk(mvc);
        RandomOffice office = new RandomOffice(new Office(log), random);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < PROJECTS; i++) {
            codes.add(AGENCIES.get(i % AGENCIES.size()) + "-%04d".formatted(i + 1));
        }
        office.tell(codes, DEEDS);
        noted = office.noted();
        noted.values().forEach(deeds -> deeds.forEach(deed -> instants.add(deed.recordedAt())));
        desk.get(AUDITOR, "/projects?atLeast={n}", office.last());
    }

    private LocalDate someDay() {
        return LocalDate.of(2020, 9, 20).plusDays(random.nextInt(400));
    }

    private Instant someInstant() {
        return instants.get(random.nextInt(instants.size()));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), RecordedEvent.OFFICE);
    }

    /** What is asked of the register. */
    private record Asked(
            LocalDate day,
            Instant recordedAt,
            String agency,
            String status,
            String year,
            String words,
            boolean jumped) {

        boolean includes(Then project) {
            String searched = ThaiSpelling.folded(project.name() + " " + project.code() + " เขต "
                    + project.code().substring(0, 8));
            return project.code().startsWith(agency)
                    && (status.isEmpty() || project.status().equals(status))
                    && (year.isEmpty() || Integer.toString(project.year()).equals(year))
                    && searched.contains(ThaiSpelling.folded(words))
                    && (!jumped || project.jumped());
        }
    }

    private Asked someQuestion(boolean known) {
        return new Asked(
                random.nextInt(8) == 0 ? today() : someDay(),
                known ? someInstant() : Instant.MAX,
                random.nextBoolean() ? "5399" : AGENCIES.get(random.nextInt(AGENCIES.size())),
                random.nextBoolean() ? "" : STATUSES[random.nextInt(STATUSES.length)],
                random.nextInt(3) == 0 ? Integer.toString(2564 + random.nextInt(2)) : "",
                random.nextInt(3) == 0 ? RandomOffice.NAMES[random.nextInt(RandomOffice.NAMES.length)] : "",
                random.nextInt(4) == 0);
    }

    private List<Then> expected(Asked asked) {
        return noted.entrySet().stream()
                .flatMap(project ->
                        NaiveRegister.asOf(project.getKey(), project.getValue(), asked.day(), asked.recordedAt())
                                .stream())
                .filter(asked::includes)
                .toList();
    }

    private JsonNode ask(Asked asked, String sort, int page, int size) {
        StringBuilder path =
                new StringBuilder("/projects?asOf={day}&agency={agency}&sort={sort}&page={page}&size={size}");
        List<Object> values = new ArrayList<>(List.of(asked.day(), asked.agency(), sort, page, size));
        if (!asked.recordedAt().equals(Instant.MAX)) {
            path.append("&recordedAt={recordedAt}");
            values.add(asked.recordedAt());
        }
        if (!asked.status().isEmpty()) {
            path.append("&status=").append(asked.status());
        }
        if (!asked.year().isEmpty()) {
            path.append("&fiscalYear=").append(asked.year());
        }
        if (!asked.words().isEmpty()) {
            path.append("&q={q}");
            values.add(asked.words());
        }
        if (asked.jumped()) {
            path.append("&flag=PCT_JUMP");
        }
        return desk.get(AUDITOR, path.toString(), values.toArray());
    }

    private static String line(Then project) {
        return String.join(
                " ",
                project.code(),
                project.name(),
                Integer.toString(project.year()),
                project.status(),
                project.percent().setScale(2).toPlainString(),
                project.spent().setScale(2).toPlainString());
    }

    private static String line(JsonNode project) {
        return String.join(
                " ",
                project.path("projectCode").asString(),
                project.path("name").asString(),
                project.path("fiscalYear").asString(),
                project.path("status").asString(),
                project.path("percent").decimalValue().toPlainString(),
                project.path("budget").path("spent").decimalValue().toPlainString());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_whole_register_of_any_point_is_that_of_a_naive_fold(boolean known) {
        for (int i = 0; i < QUESTIONS; i++) {
            Asked asked = someQuestion(known);
            List<Then> then = expected(asked);

            JsonNode answer = ask(asked, "projectCode", 0, 200);

            List<String> found = new ArrayList<>();
            answer.path("items").forEach(item -> found.add(line(item)));
            assertThat(NaiveRegister.firstDifference(
                            then.stream().map(PastOracle::line).toList(), found))
                    .as("seed %d, %s", SEED, asked)
                    .isNull();
            assertThat(answer.path("total").asInt())
                    .as("seed %d, %s", SEED, asked)
                    .isEqualTo(then.size());
            for (String status : STATUSES) {
                assertThat(answer.path("totals").path("byStatus").path(status).asLong())
                        .as("seed %d, %s of %s", SEED, status, asked)
                        .isEqualTo(then.stream()
                                .filter(project -> project.status().equals(status))
                                .count());
            }
            BigDecimal spent = BigDecimal.ZERO;
            for (JsonNode agency : answer.path("totals").path("byAgency")) {
                spent = spent.add(agency.path("spent").decimalValue());
            }
            assertThat(spent)
                    .as("seed %d, %s", SEED, asked)
                    .isEqualByComparingTo(then.stream().map(Then::spent).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"percent", "percent,desc", "reportedOn", "status", "fiscalYear,desc", "budget.spent"})
    void any_order_and_page_of_the_past_is_that_of_a_naive_fold(String sort) {
        for (int i = 0; i < 12; i++) {
            Asked asked =
                    new Asked(someDay(), i % 2 == 0 ? Instant.MAX : someInstant(), "5399", "", "", "", i % 3 == 0);
            List<Then> then = expected(asked).stream().sorted(order(sort)).toList();

            List<String> found = new ArrayList<>();
            for (int page = 0; page * 5 < then.size(); page++) {
                ask(asked, sort, page, 5)
                        .path("items")
                        .forEach(item -> found.add(item.path("projectCode").asString()));
            }

            assertThat(found)
                    .as("seed %d, %s", SEED, asked)
                    .isEqualTo(then.stream().map(Then::code).toList());
        }
    }

    @Test
    void the_register_in_memory_answers_as_the_one_in_the_database() {
        RegisterBothWays both = new RegisterBothWays(rows, readModel, sums, agencies);
        List<String> orders = List.of(
                "projectCode",
                "name",
                "percent",
                "reportedOn",
                "status",
                "fiscalYear",
                "agency",
                "budget.allocated",
                "budget.spent");
        int found = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            Asked asked = someQuestion(false);
            String sort = orders.get(i % orders.size()) + (random.nextBoolean() ? ",desc" : "");
            Question question = Question.of(
                    asked.words(),
                    asked.agency(),
                    asked.status().isEmpty() ? null : ProjectStatus.valueOf(asked.status()),
                    asked.year().isEmpty() ? null : Integer.valueOf(asked.year()),
                    random.nextInt(2),
                    5,
                    sort);
            Asker asker = random.nextBoolean() ? AUDITOR : Desk.someone(Role.OFFICER, "53990000");
            found += both.answerTheSame(question, asker, "seed %d, %s, %s".formatted(SEED, asked, sort));
        }
        assertThat(found).isGreaterThan(QUESTIONS);
    }

    private static Comparator<Then> order(String sort) {
        Comparator<Then> order = switch (sort.split(",", -1)[0]) {
            case "percent" -> Comparator.comparing(Then::percent);
            case "reportedOn" -> Comparator.comparing(Then::reportedOn);
            case "status" -> Comparator.comparing(Then::status);
            case "fiscalYear" -> Comparator.comparing(Then::year);
            default -> Comparator.comparing(Then::spent);
        };
        Comparator<Then> whole = order.thenComparing(Then::code);
        return sort.endsWith("desc") ? whole.reversed() : whole;
    }

    @Test
    void one_project_as_of_any_point_is_that_of_a_naive_fold() {
        noted.forEach((code, deeds) -> {
            for (int i = 0; i < 8; i++) {
                LocalDate day = someDay();
                Instant recordedAt = someInstant();
                Optional<Then> then = NaiveRegister.asOf(code, deeds, day, recordedAt);
                Desk.Answer answer = desk.ask(
                        AUDITOR, "/projects/{code}/as-of?happenedOn={h}&recordedAt={r}", code, day, recordedAt);

                String about = "seed %d, %s, %s, %s: %s".formatted(SEED, code, day, recordedAt, deeds);
                if (then.isEmpty()) {
                    assertThat(answer.code()).as(about).isEqualTo("NOTHING_KNOWN_THEN");
                    continue;
                }
                assertThat(line(answer.json())).as(about).isEqualTo(line(then.get()));
                assertThat(reports(answer.json().path("reports")))
                        .as(about)
                        .isEqualTo(then.get().reports());
                assertThat(answer.json().path("activities"))
                        .as(about)
                        .hasSize(then.get().activities());
                assertThat(moved(answer.json().path("percentChanges")))
                        .as(about)
                        .isEqualByComparingTo(then.get().percent());
            }
        });
    }

    private static List<Report> reports(JsonNode answered) {
        List<Report> reports = new ArrayList<>();
        answered.forEach(report -> reports.add(new Report(
                report.path("reportNo").asInt(),
                report.path("revision").asInt(),
                report.path("percent").decimalValue(),
                report.path("state").asString())));
        return reports.stream()
                .map(report -> new Report(
                        report.no(), report.revision(), report.percent().setScale(2), report.state()))
                .toList();
    }

    private static BigDecimal moved(JsonNode changes) {
        BigDecimal moved = BigDecimal.ZERO;
        for (JsonNode change : changes) {
            moved = moved.add(change.path("change").decimalValue());
        }
        return moved;
    }

    @Test
    void what_differs_between_two_points_is_what_a_naive_fold_finds_different() {
        noted.forEach((code, deeds) -> {
            for (int i = 0; i < 4; i++) {
                LocalDate one = LocalDate.of(2020, 12, 1).plusDays(random.nextInt(150));
                LocalDate other = one.plusDays(random.nextInt(150));
                Optional<Then> before = NaiveRegister.asOf(code, deeds, one, Instant.MAX);
                Optional<Then> after = NaiveRegister.asOf(code, deeds, other, Instant.MAX);
                if (before.isEmpty() || after.isEmpty()) {
                    continue;
                }
                JsonNode diff = desk.get(AUDITOR, "/projects/{code}/diff?from={f}&to={t}", code, one, other);

                String about = "seed %d, %s, %s to %s: %s".formatted(SEED, code, one, other, deeds);
                differs(diff, "status", before.get().status(), after.get().status(), about);
                differs(diff, "name", before.get().name(), after.get().name(), about);
                differs(
                        diff,
                        "percent",
                        before.get().percent().setScale(2).toPlainString(),
                        after.get().percent().setScale(2).toPlainString(),
                        about);
            }
        });
    }

    private static void differs(JsonNode diff, String path, String before, String after, String about) {
        List<JsonNode> found = new ArrayList<>();
        diff.path("differences").forEach(each -> {
            if (each.path("path").asString().equals(path)) {
                found.add(each);
            }
        });
        if (before.equals(after)) {
            assertThat(found).as(about).isEmpty();
        } else {
            assertThat(found).as(about).hasSize(1);
            assertThat(found.getFirst().path("before").asString()).as(about).isEqualTo(before);
            assertThat(found.getFirst().path("after").asString()).as(about).isEqualTo(after);
            assertThat(found.getFirst().path("events")).as(about).isNotEmpty();
        }
    }

    @Test
    void history_event_by_event_is_a_naive_fold_of_the_events_up_to_it() {
        noted.forEach((code, deeds) -> {
            for (int i = 0; i < 4; i++) {
                int at = random.nextInt(deeds.size());
                Then then = NaiveRegister.asOf(code, deeds.subList(0, at + 1), LocalDate.MAX, Instant.MAX)
                        .orElseThrow();
                JsonNode step = desk.get(AUDITOR, "/projects/{code}/history?at={at}", code, at);

                String about = "seed %d, %s, %d: %s".formatted(SEED, code, at, deeds);
                assertThat(line(step.path("project"))).as(about).isEqualTo(line(then));
                assertThat(reports(step.path("reports"))).as(about).isEqualTo(then.reports());
            }
        });
    }

    @Test
    void the_answers_of_today_are_those_of_a_naive_fold() {
        noted.forEach((code, deeds) -> {
            Then then = NaiveRegister.asOf(code, deeds, today(), Instant.MAX).orElseThrow();
            String about = "seed %d, %s: %s".formatted(SEED, code, deeds);

            assertThat(line(desk.get(AUDITOR, "/projects/{code}", code)))
                    .as(about)
                    .isEqualTo(line(then));
            assertThat(reports(desk.get(AUDITOR, "/projects/{code}/reports", code)))
                    .as(about)
                    .isEqualTo(then.reports());
            assertThat(moved(desk.get(AUDITOR, "/projects/{code}/percent-changes", code)))
                    .as(about)
                    .isEqualByComparingTo(then.percent());
            LocalDate from = someDay();
            assertThat(desk.get(AUDITOR, "/projects/{code}/timeline?from={f}&to={t}", code, from, from.plusDays(40)))
                    .as(about)
                    .hasSize((int) deeds.stream()
                            .filter(deed -> !deed.happenedOn().isBefore(from)
                                    && !deed.happenedOn().isAfter(from.plusDays(40)))
                            .count());
        });
    }
}
