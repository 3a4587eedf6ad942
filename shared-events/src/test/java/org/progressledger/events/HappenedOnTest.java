package org.progressledger.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.events.Given.CLERK;
import static org.progressledger.events.Given.CODE;
import static org.progressledger.events.Given.correction;
import static org.progressledger.events.Given.pause;
import static org.progressledger.events.Given.report;
import static org.progressledger.events.Given.resubmission;
import static org.progressledger.events.Given.resumption;
import static org.progressledger.events.Given.returned;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The day on which each kind of fact happened. */
class HappenedOnTest {

    @Test
    void a_pause_told_by_a_narrative_happened_at_the_date_of_the_report() {
        Provenance told = new Provenance("clerk", "OFFICER", null, "command-2", null, null, null, 3);
        Given given = threeReports()
                .recorded(
                        "2021-03-01T03:00:00Z",
                        new ProjectPaused(CODE, LocalDate.parse("2020-12-30"), PauseCause.COVID_19, "ชะลอ", null),
                        told);

        assertThat(given.history().facts().getLast().happenedOn()).isEqualTo("2020-12-30");
    }

    @Test
    void a_letter_stands_at_its_own_date_else_at_its_reports_else_at_the_recording_day() {
        Provenance told = new Provenance("clerk", "OFFICER", null, "command-2", null, null, null, 2);
        Given given = threeReports()
                .recorded(
                        "2021-03-01T03:00:00Z",
                        new LetterCited(CODE, new Letter("กท 1", LocalDate.parse("2020-11-01"), null)))
                .recorded("2021-03-01T03:00:00Z", new LetterCited(CODE, new Letter("กท 2", null, null)), told)
                // 18:00 in London is already the next day in Bangkok
                .recorded("2021-03-01T18:00:00Z", new LetterCited(CODE, new Letter("กท 3", null, null)), CLERK);

        assertThat(given.history().facts().subList(4, 7))
                .extracting(fact -> fact.happenedOn().toString())
                .containsExactly("2020-11-01", "2020-11-27", "2021-03-02");
    }

    private static final LocalDate OWN = LocalDate.parse("2021-02-02");
    private static final Provenance TOLD_BY_2 =
            new Provenance("clerk", "OFFICER", null, "command-2", null, null, null, 2);
    private static final IndicatorId ID = IndicatorId.of("i1");
    /** The evening of 28 February in London. */
    private static final String RECORDED_ON = "2021-03-01";

    private static Given threeReports() {
        return Given.aRegisteredProject()
                .recorded("2020-10-28T03:00:00Z", report(1, "2020-10-28", "10"))
                .recorded("2020-11-27T03:00:00Z", report(2, "2020-11-27", "20"))
                .recorded("2020-12-30T03:00:00Z", report(3, "2020-12-30", "50"));
    }

    static Stream<Arguments> every_kind() {
        Letter letter = new Letter("กท 1", null, null);
        String own = OWN.toString();
        String report2 = "2020-11-27";
        return Stream.of(
                Arguments.of(report(4, own, "60"), null, own),
                Arguments.of(correction(3, "50", "40"), null, "2020-12-30"),
                Arguments.of(correction(1, "10", "9"), TOLD_BY_2, "2020-10-28"),
                Arguments.of(returned(3, 1), null, "2020-12-30"),
                Arguments.of(new LateWindowOpened(CODE, YearMonth.parse("2020-10"), OWN), null, RECORDED_ON),
                Arguments.of(amendment(OWN), TOLD_BY_2, own),
                Arguments.of(amendment(null), TOLD_BY_2, report2),
                Arguments.of(amendment(null), null, RECORDED_ON),
                Arguments.of(plan(OWN), TOLD_BY_2, own),
                Arguments.of(plan(null), TOLD_BY_2, report2),
                Arguments.of(plan(null), null, RECORDED_ON),
                Arguments.of(new ActivityHeld(CODE, OWN, "ประชุม"), TOLD_BY_2, own),
                Arguments.of(new LetterCited(CODE, new Letter("กท 1", OWN, null)), TOLD_BY_2, own),
                Arguments.of(new LetterCited(CODE, letter), TOLD_BY_2, report2),
                Arguments.of(new LetterCited(CODE, letter), null, RECORDED_ON),
                Arguments.of(evidence(), TOLD_BY_2, report2),
                Arguments.of(evidence(), null, RECORDED_ON),
                Arguments.of(pause(own), null, own),
                Arguments.of(pause(own), TOLD_BY_2, report2),
                Arguments.of(resumption(own, "2021-01-01"), TOLD_BY_2, own),
                Arguments.of(new ProjectCompleted(CODE, OWN, null, letter), TOLD_BY_2, own),
                Arguments.of(new ProjectCancelled(CODE, OWN, letter), null, own),
                Arguments.of(new ProjectReopened(CODE, OWN, letter), null, own),
                Arguments.of(new FactWithdrawn(CODE, 2, "progress-reported"), null, report2),
                Arguments.of(new FactWithdrawn(CODE, 99, "activity-held"), null, RECORDED_ON),
                Arguments.of(new AppealFiled(CODE, 1, OWN, "เหตุ", "ขอ", letter), null, own),
                Arguments.of(new AppealDecided(CODE, 1, OWN, AppealOutcome.REFUSED, null, letter), null, own),
                Arguments.of(new AppealWithdrawn(CODE, 1, OWN, letter), null, own),
                Arguments.of(review(OWN), null, own),
                Arguments.of(review(null), null, RECORDED_ON),
                Arguments.of(
                        new AppealCited(CODE, 1, AppealStage.DECIDED, true, LocalDate.parse(report2), "ผล"),
                        TOLD_BY_2,
                        report2),
                Arguments.of(adoption(OWN), null, own),
                Arguments.of(adoption(null), null, RECORDED_ON),
                Arguments.of(result(OWN), null, own),
                Arguments.of(result(null), null, RECORDED_ON),
                Arguments.of(new IndicatorCriteriaChanged(CODE, ID, 2, null, "ใหม่", OWN, null), null, own),
                Arguments.of(score(OWN), null, own),
                Arguments.of(score(null), null, RECORDED_ON),
                Arguments.of(new FlagAcknowledged(CODE, "f", "PCT_JUMP"), null, RECORDED_ON),
                Arguments.of(certified(OWN), null, own),
                Arguments.of(certified(null), null, RECORDED_ON));
    }

    @ParameterizedTest
    @MethodSource("every_kind")
    void each_kind_of_fact_happened_on(ProjectEvent event, @Nullable Provenance told, String expected) {
        Given given = threeReports().recorded("2021-02-28T18:00:00Z", event, told == null ? CLERK : told);

        assertThat(given.history().facts().getLast().happenedOn()).isEqualTo(expected);
    }

    @Test
    void no_kind_is_left_out() {
        Stream<EventCatalogue> registration = Stream.of(EventCatalogue.PROJECT_REGISTERED);
        assertThat(Stream.concat(
                                registration, every_kind().map(each -> EventCatalogue.of((ProjectEvent) each.get()[0])))
                        .distinct())
                .containsExactlyInAnyOrder(EventCatalogue.values());
    }

    @Test
    void a_registration_opens_at_the_earlier_of_the_first_day_and_the_recording_day() {
        assertThat(new Given()
                        .recorded("2020-10-05T03:00:00Z", Given.registered())
                        .history()
                        .facts())
                .extracting(fact -> fact.happenedOn().toString())
                .containsExactly("2020-10-01");
        assertThat(new Given()
                        .recorded("2020-09-15T18:00:00Z", Given.registered())
                        .history()
                        .facts())
                .extracting(fact -> fact.happenedOn().toString())
                .containsExactly("2020-09-16");
    }

    @Test
    void what_is_told_of_a_report_stands_at_the_date_of_the_revision_that_stood() {
        Given given = threeReports()
                .recorded("2021-01-03T03:00:00Z", correction(3, "50", "48"))
                .recorded("2021-01-04T03:00:00Z", returned(3, 1))
                .recorded("2021-01-08T03:00:00Z", resubmission(3, 2, "2020-12-15", "40"))
                .recorded("2021-01-09T03:00:00Z", correction(3, "40", "41"))
                .recorded("2021-01-10T03:00:00Z", returned(3, 2));

        assertThat(given.history().facts().subList(4, 9))
                .extracting(fact -> fact.happenedOn().toString())
                .containsExactly("2020-12-30", "2020-12-30", "2020-12-15", "2020-12-15", "2020-12-15");
    }

    private static ProjectDetailsAmended amendment(@Nullable LocalDate on) {
        Amended<String> name = new Amended<>("ก", "ข");
        return new ProjectDetailsAmended(
                CODE, on, name, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static PlanRecorded plan(@Nullable LocalDate on) {
        return new PlanRecorded(CODE, on, List.of(new PlannedMonth(YearMonth.parse("2020-10"), Percent.ZERO)), null);
    }

    private static EvidenceAttached evidence() {
        return new EvidenceAttached(CODE, Sha256.ofBytes(new byte[] {1}), "application/pdf", 1, "ก.pdf");
    }

    private static AppealReviewed review(@Nullable LocalDate on) {
        return new AppealReviewed(CODE, 1, on, ReviewOutcome.COMPLIANT, "ครบ");
    }

    private static IndicatorAdopted adoption(@Nullable LocalDate on) {
        return new IndicatorAdopted(CODE, ID, null, "ก", IndicatorKind.OUTPUT, "ระดับ", null, null, on);
    }

    private static IndicatorResultRecorded result(@Nullable LocalDate on) {
        return new IndicatorResultRecorded(CODE, ID, Quarter.of("2564-Q1"), null, "ผล", on);
    }

    private static QuarterEvaluated score(@Nullable LocalDate on) {
        return new QuarterEvaluated(CODE, Quarter.of("2564-Q1"), null, null, null, List.of(), null, on);
    }

    private static FormCertified certified(@Nullable LocalDate on) {
        return new FormCertified(
                CODE, new PersonalData("p-1", "c2VhbGVk"), null, on, 1, Sha256.ofBytes(new byte[] {1}));
    }
}
