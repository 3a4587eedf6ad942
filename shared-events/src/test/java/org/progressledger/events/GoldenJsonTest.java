package org.progressledger.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written once is read for ever: the golden files are the format, the code follows them. */
class GoldenJsonTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Stream<ProjectEvent> one_event_of_each_kind() {
        LocalDate day = LocalDate.parse("2021-07-23");
        Letter letter = new Letter("กท 0502/0333", LocalDate.parse("2021-02-23"), "ขอความร่วมมือ");
        return Stream.of(
                Given.registered(),
                new ProgressReported(
                        Given.CODE,
                        10,
                        1,
                        day,
                        new ReportContent(
                                Percent.of("86.4"),
                                Baht.of("33750"),
                                ScheduleStatus.UNKNOWN,
                                TargetStatus.ON_TARGET,
                                "ก ข"),
                        new PrintedRow(9, "<p>ก ข</p>", "ตามกำหนด", "เป็นไปตามเป้าหมาย")),
                new ProgressCorrected(
                        Given.CODE,
                        10,
                        Given.says("95"),
                        new ReportContent(Percent.of("90"), null, ScheduleStatus.BEHIND, TargetStatus.OFF_TARGET, ""),
                        new PersonalData("p-2", "c2VhbGVk"),
                        "กท 1/2564"),
                new ActivityHeld(Given.CODE, day, "กิจกรรมจิตอาสา"),
                new LetterCited(Given.CODE, letter),
                new ProjectPaused(Given.CODE, day, PauseCause.COVID_19, "ชะลอการดำเนินกิจกรรม", letter),
                new AppealFiled(Given.CODE, 2, day, "โควิด", "ปรับเกณฑ์", letter),
                new AppealDecided(
                        Given.CODE,
                        2,
                        day,
                        AppealOutcome.PARTLY_GRANTED,
                        new CriteriaChange("เกณฑ์เดิม", "เกณฑ์ใหม่", IndicatorId.of("5047-0895")),
                        letter),
                new AppealCited(Given.CODE, 2, AppealStage.AWAITING_RESULT, true, day, "รอผลอุทธรณ์รอบที่ 2"),
                new AppealWithdrawn(Given.CODE, 2, day, letter),
                new AppealReviewed(Given.CODE, 2, day, ReviewOutcome.INCONCLUSIVE, "ไม่พบหนังสือแจ้งผล"),
                amended(day, letter),
                new PlanRecorded(
                        Given.CODE,
                        day,
                        List.of(
                                new PlannedMonth(YearMonth.parse("2020-10"), Percent.of("5")),
                                new PlannedMonth(YearMonth.parse("2020-11"), Percent.of("12.5"))),
                        letter),
                new ProjectResumed(Given.CODE, day, day.minusDays(9), "ดำเนินกิจกรรมต่อ", letter),
                new ProjectCompleted(Given.CODE, day, "ส่งมอบงานแล้ว", letter),
                new ProjectCancelled(Given.CODE, day, letter),
                new ProjectReopened(Given.CODE, day, letter),
                new EvidenceAttached(Given.CODE, Sha256.ofBytes(new byte[] {1}), "application/pdf", 1024, "รายงาน.pdf"),
                new FactWithdrawn(Given.CODE, 7, "activity-held"),
                new ReportReturned(Given.CODE, 10, 1),
                new LateWindowOpened(Given.CODE, YearMonth.parse("2021-06"), day),
                new IndicatorAdopted(
                        Given.CODE,
                        IndicatorId.of("5047-0895"),
                        "5047-0895",
                        "ร้อยละของเครือข่ายที่เข้าร่วม",
                        IndicatorKind.OUTCOME,
                        "ร้อยละ",
                        "ไม่น้อยกว่าร้อยละ 80",
                        "จัด 4 ครั้ง",
                        day),
                new IndicatorResultRecorded(
                        Given.CODE,
                        IndicatorId.of("5047-0895"),
                        Quarter.of("2564-Q3"),
                        Measurement.of("1407.52"),
                        "สูงกว่าเป้าหมาย",
                        day),
                new IndicatorCriteriaChanged(
                        Given.CODE, IndicatorId.of("5047-0895"), 2, "จัด 4 ครั้ง", "จัด 2 ครั้ง", day, 2),
                new QuarterEvaluated(
                        Given.CODE,
                        Quarter.of("2564-Q3"),
                        IndicatorId.of("5047-0895"),
                        2,
                        Score.of("100"),
                        List.of(new ScorePart("2.1", Score.of("62.5")), new ScorePart("2.2", null)),
                        "คะแนนย่อยไม่ตรงกับคะแนนรวม",
                        day),
                new FlagAcknowledged(Given.CODE, "pct-jump-r5", "PCT_JUMP"),
                new FormCertified(
                        Given.CODE,
                        new PersonalData("p-2", "c2VhbGVk"),
                        "ผู้อำนวยการเขต",
                        day,
                        44,
                        Sha256.ofBytes(new byte[] {2})));
    }

    private static ProjectDetailsAmended amended(LocalDate day, Letter letter) {
        ProjectRegistered before = Given.registered();
        return new ProjectDetailsAmended(
                Given.CODE,
                day,
                new Amended<>(before.name(), "โครงการขยายเครือข่าย"),
                new Amended<>(FiscalYear.of(2564), FiscalYear.of(2565)),
                new Amended<>(before.period(), new Period(day, day.plusDays(90))),
                new Amended<>(Baht.of("122800"), Baht.of("100000.50")),
                new Amended<>(null, Baht.of("33750")),
                new Amended<>(before.agency(), new ResponsibleAgency("สำนักงานเขตบางนา", null, null)),
                new Amended<>(before.responsibleOfficer(), new PersonalData("p-4", "c2VhbGVk")),
                new Amended<>(before.coordinator(), null),
                new Amended<>("เหตุผล", "เหตุผลใหม่"),
                new Amended<>(before.objectives(), List.of()),
                new Amended<>("-", "2 โครงการ"),
                new Amended<>(null, before.strategy()),
                new Amended<>(before.indicators(), List.of(new PrintedIndicator(null, null, "ตัวชี้วัดใหม่"))),
                letter);
    }

    /** Written by an earlier release; such events stand in ledgers. */
    @Test
    void a_decision_of_revision_1_is_read_in_todays_shape() throws IOException {
        String stored = Files.readString(GOLDEN.resolve("appeal-decided.1.json"));
        LocalDate day = LocalDate.parse("2021-07-23");
        Letter letter = new Letter("กท 0502/0333", LocalDate.parse("2021-02-23"), "ขอความร่วมมือ");

        assertThat(EventJson.read("appeal-decided", "1", stored))
                .isEqualTo(new AppealDecided(
                        Given.CODE,
                        2,
                        day,
                        AppealOutcome.PARTLY_GRANTED,
                        new CriteriaChange("เกณฑ์เดิม", "เกณฑ์ใหม่", null),
                        letter));
        assertThat(
                        EventJson.read(
                                "appeal-decided",
                                "1",
                                "{\"project\":\"50470000-3298\",\"round\":1,\"decidedOn\":\"2021-07-23\",\"outcome\":\"REFUSED\"}"))
                .as("criteria that were not told are not invented")
                .isEqualTo(new AppealDecided(Given.CODE, 1, day, AppealOutcome.REFUSED, null, null));
    }

    @Test
    void every_revision_that_was_ever_written_has_a_golden_file_and_can_be_read() throws IOException {
        for (EventCatalogue entry : EventCatalogue.values()) {
            for (int revision = 1; revision <= Integer.parseInt(entry.revision()); revision++) {
                String stored = Files.readString(GOLDEN.resolve(entry.storedName() + "." + revision + ".json"));

                assertThat(EventJson.read(entry.storedName(), Integer.toString(revision), stored))
                        .as(entry.storedName() + " " + revision)
                        .isInstanceOf(entry.type());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("one_event_of_each_kind")
    void is_written_as_it_was_written_before(ProjectEvent event) throws IOException {
        EventCatalogue entry = EventCatalogue.of(event);
        Path golden = GOLDEN.resolve(entry.storedName() + "." + entry.revision() + ".json");
        if ("yes".equals(System.getenv("GOLDEN_WRITE")) && Files.notExists(golden)) {
            Files.writeString(golden, EventJson.write(event) + "\n");
        }

        assertThat(EventJson.write(event)).isEqualTo(Files.readString(golden).strip());
    }

    @ParameterizedTest
    @MethodSource("one_event_of_each_kind")
    void is_read_as_it_was_meant(ProjectEvent event) throws IOException {
        EventCatalogue entry = EventCatalogue.of(event);
        String golden = Files.readString(GOLDEN.resolve(entry.storedName() + "." + entry.revision() + ".json"));

        assertThat(EventJson.read(entry.storedName(), entry.revision(), golden)).isEqualTo(event);
    }

    @Test
    void every_entry_of_the_catalogue_has_a_golden_event() {
        assertThat(one_event_of_each_kind().map(EventCatalogue::of))
                .containsExactlyInAnyOrderElementsOf(EnumSet.allOf(EventCatalogue.class));
    }

    @Test
    void every_golden_file_is_still_in_the_catalogue() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString().split("\\.")[0]))
                    .allMatch(name -> EventCatalogue.named(name).isPresent());
        }
    }

    /** The golden events show one constant of each kind; every one of them is stored under its name for ever. */
    @Test
    void the_words_that_are_stored_keep_their_spelling() {
        assertThat(names(ScheduleStatus.values())).containsExactly("ON_PLAN", "BEHIND", "AHEAD", "UNKNOWN");
        assertThat(names(TargetStatus.values())).containsExactly("ON_TARGET", "OFF_TARGET", "UNKNOWN");
        assertThat(names(PauseCause.values())).containsExactly("COVID_19", "OTHER");
        assertThat(names(AppealStage.values())).containsExactly("INTENDED", "AWAITING_RESULT", "DECIDED");
        assertThat(names(AppealOutcome.values())).containsExactly("GRANTED", "PARTLY_GRANTED", "REFUSED");
        assertThat(names(ReviewOutcome.values())).containsExactly("COMPLIANT", "NOT_COMPLIANT", "INCONCLUSIVE");
        assertThat(names(IndicatorKind.values())).containsExactly("STRATEGIC", "OUTPUT", "OUTCOME");
    }

    private static List<String> names(Enum<?>[] constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }

    @Test
    void an_unknown_name_or_revision_is_named() {
        assertThatThrownBy(() -> EventJson.read("project-moved", "1", "{}"))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining("project-moved");
        for (String revision : new String[] {"2", "0", "01", "", "-1", "1.0", null}) {
            assertThatThrownBy(() -> EventJson.read("activity-held", revision, "{}"))
                    .isInstanceOf(UnknownEventException.class)
                    .hasMessageContaining("'activity-held' in revision " + revision);
        }
        assertThatThrownBy(() -> EventJson.read("appeal-decided", "3", "{}"))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining("'appeal-decided' in revision 3");
    }

    @Test
    void a_fact_with_a_missing_or_an_unknown_part_is_refused() {
        List<String> bad = List.of(
                "{\"project\":\"50470000-3298\",\"description\":\"x\"}",
                "{\"project\":\"50470000-3298\",\"heldOn\":\"2021-07-23\",\"description\":\"x\",\"place\":\"y\"}",
                "{\"project\":\"5047\",\"heldOn\":\"2021-07-23\",\"description\":\"x\"}",
                "{\"project\":\"50470000-3298\",\"heldOn\":\"2021-07-23\",\"description\":\"\"}");
        for (String json : bad) {
            assertThatThrownBy(() -> EventJson.read("activity-held", "1", json))
                    .as(json)
                    .isInstanceOf(RuntimeException.class);
        }
        assertThatThrownBy(() -> EventJson.read(
                        "progress-reported",
                        "1",
                        EventJson.write(Given.report(1, "2020-10-28", "10")).replace("\"reportNo\":1,", "")))
                .isInstanceOf(RuntimeException.class);
    }
}
