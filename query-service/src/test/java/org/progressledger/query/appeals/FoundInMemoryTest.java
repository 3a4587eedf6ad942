package org.progressledger.query.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.AppealOutcome;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.projection.FlagView.Evidence;
import org.progressledger.query.projection.ProjectView.AgencyView;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.RegisteredName;
import org.progressledger.query.projection.ThaiText;

/** What is found in memory is what a plain look at every appeal finds, in the same order. The seed is in every message. */
class FoundInMemoryTest {
    private static final long SEED = Long.getLong("appeals.seed", 20211125L);
    private static final int QUESTIONS = Integer.getInteger("appeals.questions", 80);
    private static final int PROJECTS = 90;
    private static final LocalDate FIRST = LocalDate.parse("2020-10-01");
    private static final List<String> AGENCIES = List.of("50010000", "50010001", "50020000", "50470000");
    private static final List<String> NAMES = List.of("ขุดลอกคลอง", "ปลูกต้นไม้ริมคลอง", "สร้างเครือข่าย", "อบรม");
    private static final List<@Nullable String> WORDS = Stream.concat(
                    Stream.of("คลอง", "ต้นไม้", "5001", "บางนา", "จราจร", "ลอ", "ไม่มี"), Stream.of((String) null))
            .toList();
    private static final List<@Nullable String> ASKED_AGENCIES = Stream.concat(
                    Stream.of("5001", "50010000", "500100", "5047", "สำนักงานเขตบางนา"), Stream.of((String) null))
            .toList();
    private static final AgencyRegister REGISTER = AgencyRegister.of(
            List.of(
                    new RegisteredName("50010000", "สำนักการจราจร", 1, "50010000-0000"),
                    new RegisteredName("50010001", "สำนักการคลัง", 1, "50010001-0000"),
                    new RegisteredName("50470000", "สำนักงานเขตบางนา", 1, "50470000-0000")),
            List.of());
    private static final List<Asker> ASKERS = List.of(
            new Asker("r", Role.REVIEWER, null, List.of()),
            new Asker("r", Role.AUDITOR, null, List.of()),
            new Asker("o", Role.OFFICER, "เขต", List.of("5001")),
            new Asker("o", Role.OFFICER, "เขต", List.of("50010001", "504700")));

    private final Random random = new Random(SEED);

    /** What was recorded, without anything of the queue. */
    private record Plain(String code, String agency, int fiscalYear, String searched, List<AppealItem> appeals) {}

    /** An appeal of it. */
    private record Line(Plain project, int place, AppealItem item) {
        String where() {
            return project.code() + "/" + place;
        }
    }

    private record Asked(
            @Nullable String q,
            @Nullable AppealStatus status,
            @Nullable AppealOutcome outcome,
            @Nullable String agency,
            @Nullable Integer fiscalYear,
            @Nullable Integer round,
            @Nullable Boolean reviewed,
            @Nullable Boolean changed,
            @Nullable Boolean lacking) {
        AppealQuestion by(String sort) {
            return AppealQuestion.of(q, status, outcome, agency, fiscalYear, round, reviewed, changed, lacking, sort);
        }

        boolean holds(Line line) {
            AppealItem item = line.item();
            return (q == null || isSpokenOf(line.project()))
                    && (agency == null || isOf(line.project().agency()))
                    && (fiscalYear == null || fiscalYear == line.project().fiscalYear())
                    && (status == null || status == item.status())
                    && (outcome == null || outcome == item.outcome())
                    && (round == null || Objects.equals(round, item.round()))
                    && (reviewed == null || reviewed == item.reviewed())
                    && (changed == null || Objects.equals(changed, item.changedSinceLastReview()))
                    && (lacking == null || lacking == (item.gapCount() > 0));
        }

        private boolean isSpokenOf(Plain project) {
            String words = ThaiText.folded(Objects.requireNonNull(q));
            return project.searched().contains(words)
                    || REGISTER.of(project.agency())
                            .filter(known -> ThaiText.folded(known.name()).contains(words))
                            .isPresent();
        }

        private boolean isOf(String code) {
            return code.startsWith(Objects.requireNonNull(agency))
                    || REGISTER.of(code)
                            .filter(known -> known.name().equals(agency))
                            .isPresent();
        }
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private <T> @Nullable T oneOrNone(List<T> some) {
        return random.nextInt(3) > 0 ? null : one(some);
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(30));
    }

    private List<Plain> city() {
        List<Plain> city = new ArrayList<>();
        for (int place = 0; place < PROJECTS; place++) {
            String agency = AGENCIES.get(place * AGENCIES.size() / PROJECTS);
            String code = "%s-%04d".formatted(agency, place);
            int year = 2563 + random.nextInt(3);
            AgencyView called = new AgencyView(agency, "เขตที่ " + random.nextInt(3), null, null, null, null);
            String name = one(NAMES);
            List<AppealItem> appeals = Stream.generate(() -> appeal(code, name, year, called))
                    .limit(random.nextInt(4))
                    .toList();
            city.add(new Plain(code, agency, year, ReadModel.searched(name, code, called.name()), appeals));
        }
        return city;
    }

    private AppealItem appeal(String code, String name, int year, AgencyView agency) {
        boolean recorded = random.nextBoolean();
        boolean reviewed = random.nextBoolean();
        return new AppealItem(
                "round-" + random.nextInt(100),
                code,
                name,
                year,
                agency,
                oneOrNone(List.of(1, 2, 3)),
                recorded,
                one(List.of(AppealStatus.values())),
                oneOrNone(List.of(AppealOutcome.values())),
                null,
                null,
                recorded ? day() : null,
                null,
                recorded ? null : day(),
                random.nextBoolean() ? day() : null,
                null,
                null,
                reviewed,
                null,
                reviewed ? random.nextBoolean() : null,
                random.nextInt(2),
                new Evidence(List.of(), List.of(), List.of()));
    }

    /** As it is written and read. */
    private static Document kept(Plain project, long keptAt) {
        Document entry = AppealsKept.entry(project.searched(), project.appeals())
                .append("_id", project.code())
                .append("keptAt", keptAt)
                .append("agency", project.agency())
                .append("fiscalYear", project.fiscalYear());
        return new RawBsonDocument(entry, new DocumentCodec()).decode(new DocumentCodec());
    }

    private static List<QueuedProject> held(List<Plain> city) {
        return city.stream().map(project -> QueuedProject.of(kept(project, 7))).toList();
    }

    private static List<Line> lines(List<Plain> city) {
        return city.stream()
                .flatMap(project -> Stream.iterate(0, place -> place + 1)
                        .limit(project.appeals().size())
                        .map(place -> new Line(project, place, project.appeals().get(place))))
                .toList();
    }

    private static Comparator<Line> order(String key, boolean descending) {
        Function<Line, String> text = switch (key) {
            case "age" -> line -> line.item().since().toString();
            case "filedOn" -> line -> Objects.toString(line.item().filedOn(), "");
            case "decidedOn" -> line -> Objects.toString(line.item().decidedOn(), "");
            case "status" -> line -> line.item().status().name();
            default -> line -> line.project().code();
        };
        Comparator<Line> byKey = Comparator.comparing(text);
        // the greater age is the earlier day
        return (key.equals("age") != descending ? byKey.reversed() : byKey)
                .thenComparing(line -> line.project().code())
                .thenComparing(Line::place);
    }

    private Asked asked() {
        return new Asked(
                one(WORDS),
                oneOrNone(List.of(AppealStatus.values())),
                oneOrNone(List.of(AppealOutcome.values())),
                one(ASKED_AGENCIES),
                oneOrNone(List.of(2563, 2564, 2566)),
                oneOrNone(List.of(1, 2)),
                oneOrNone(List.of(true, false)),
                oneOrNone(List.of(true, false)),
                oneOrNone(List.of(true, false)));
    }

    @Test
    void finds_what_a_plain_look_finds_with_every_filter_in_every_order() {
        List<Plain> city = city();
        List<QueuedProject> held = held(city);
        List<Plain> mixed = new ArrayList<>(city);
        Collections.shuffle(mixed, random);
        List<Line> lines = lines(mixed);
        int found = 0;
        for (int no = 0; no < QUESTIONS; no++) {
            // every third leaves all open, so that orders have something to do
            Asked asked = no % 3 == 0 ? new Asked(null, null, null, null, null, null, null, null, null) : asked();
            Asker asker = one(ASKERS);
            for (String key : List.of("age", "filedOn", "decidedOn", "status", "projectCode")) {
                for (boolean descending : List.of(false, true)) {
                    AppealQuestion question = asked.by(key + (descending ? ",desc" : ""));
                    List<Line> expected = lines.stream()
                            .filter(line -> asker.sees(line.project().code()))
                            .filter(asked::holds)
                            .sorted(order(key, descending))
                            .toList();
                    assertThat(AppealQueue.found(held, question, REGISTER, asker))
                            .as("seed %d, %s, %s, %s", SEED, asked, asker, question.order())
                            .extracting(appeal -> appeal.projectCode() + "/" + appeal.place())
                            .containsExactlyElementsOf(
                                    expected.stream().map(Line::where).toList());
                    assertThat(question.ordered(
                                    lines.stream().filter(expected::contains).map(Line::item)))
                            .as("seed %d, %s: as another day's are", SEED, asked)
                            .isEqualTo(expected.stream().map(Line::item).toList());
                    found += expected.size();
                }
            }
        }
        assertThat(found).as("seed %d finds something", SEED).isGreaterThan(QUESTIONS * 100);
    }

    @Test
    void what_is_shown_is_read_from_the_place_where_it_was_found_and_not_from_what_was_kept_since() {
        for (Plain project : city()) {
            List<QueuedAppeal> appeals = QueuedProject.of(kept(project, 7)).appeals();
            assertThat(appeals.stream()
                            .flatMap(appeal -> AppealsKept.body(kept(project, 7), appeal).stream())
                            .toList())
                    .isEqualTo(project.appeals());
            assertThat(appeals)
                    .allSatisfy(appeal -> assertThat(AppealsKept.body(kept(project, 8), appeal))
                            .isEmpty());
            assertThat(appeals)
                    .allSatisfy(
                            appeal -> assertThat(AppealsKept.body(null, appeal)).isEmpty());
        }
    }
}
