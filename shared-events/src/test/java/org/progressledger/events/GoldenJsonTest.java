package org.progressledger.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
                new AppealDecided(Given.CODE, 2, day, AppealOutcome.PARTLY_GRANTED, "เกณฑ์เดิม", "เกณฑ์ใหม่", letter),
                new AppealCited(Given.CODE, 2, AppealStage.AWAITING_RESULT, true, day, "รอผลอุทธรณ์รอบที่ 2"));
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
    }

    private static List<String> names(Enum<?>[] constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }

    @Test
    void an_unknown_name_or_revision_is_named() {
        assertThatThrownBy(() -> EventJson.read("project-moved", "1", "{}"))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining("project-moved");
        assertThatThrownBy(() -> EventJson.read("activity-held", "2", "{}"))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining("revision 2");
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
