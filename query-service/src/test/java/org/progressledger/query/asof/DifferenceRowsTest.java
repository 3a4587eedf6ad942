package org.progressledger.query.asof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.progressledger.events.EventJson;
import org.progressledger.problems.Language;
import org.progressledger.problems.MessageBundle;
import org.progressledger.problems.Texts;
import org.progressledger.query.asking.Points.Point;
import org.progressledger.query.asof.AsOfPage.Row;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Viewer;
import org.progressledger.query.projection.TextDiff.Op;
import org.progressledger.query.projection.TextDiff.Piece;
import org.progressledger.query.projection.Views.ActorView;
import org.progressledger.query.projection.Views.PercentMove;
import org.progressledger.query.projection.Views.Summary;
import org.progressledger.query.projection.Views.TimelineEntry;
import tools.jackson.databind.JsonNode;

/** Differences as people read them. The first point is the end of August 2021. */
class DifferenceRowsTest {
    private static final Point FROM = new Point(LocalDate.of(2021, 8, 31), Instant.parse("2026-11-20T00:00:00Z"));

    private static Frame frame(Language language) {
        return new Frame(
                language,
                new Texts(List.of(new MessageBundle("messages/pages"))),
                new Viewer("auditor", "", null),
                true,
                List.of(),
                null,
                "",
                "",
                "",
                null,
                null);
    }

    private static TimelineEntry event(long position, String happenedOn) {
        return new TimelineEntry(
                position,
                position,
                "progress-reported",
                LocalDate.parse(happenedOn),
                Instant.parse("2026-11-21T00:00:00Z"),
                new ActorView("officer", "OFFICER", null),
                new Summary("ไทย", "English"),
                new PercentMove(java.math.BigDecimal.ZERO, java.math.BigDecimal.ONE),
                null,
                null,
                null,
                null,
                null,
                "e" + position,
                "hash");
    }

    private static @Nullable JsonNode json(@Nullable String text) {
        return text == null ? null : EventJson.mapper().readTree(text);
    }

    private static Row row(String path, @Nullable String before, @Nullable String after, TimelineEntry... events) {
        return new DifferenceRows(frame(Language.TH), FROM, 2000)
                .of(List.of(new Difference(path, json(before), json(after), List.of(events))))
                .getFirst();
    }

    private static String text(@Nullable List<Piece> pieces) {
        return Objects.requireNonNull(pieces).stream().map(Piece::text).collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "percent|50|50.00",
                "budget.spent|33750|33,750.00",
                "period.endsOn|\"2021-12-31\"|31 ธ.ค. 2564",
                "status|\"PAUSED\"|ชะลอ",
                "fiscalYear|2564|2564",
                "responsibleOfficer|{\"masked\":true}|ปิดชื่อไว้",
                "responsibleOfficer|{\"name\":\"สมหญิง ใจดี\",\"phone\":\"1234\"}|สมหญิง ใจดี 1234",
                "pauses[3]|{\"from\":\"2021-04-26\",\"until\":null,\"cause\":\"COVID_19\",\"event\":{\"position\":1}}|ตั้งแต่ 26 เม.ย. 2564 · สาเหตุ โควิด-19",
            })
    void a_value_is_told_in_the_words_of_the_office(String path, String value, String words) {
        assertThat(row(path, null, value).before()).isNull();
        assertThat(row(path, null, value).after()).containsExactly(new Piece(Op.INSERT, words));
    }

    @Test
    void a_path_is_called_by_the_names_of_its_fields_and_the_number_of_the_report() {
        assertThat(row("reports[9].percent", "1", "2").label()).isEqualTo("รายงาน ครั้งที่ 9 › ร้อยละ");
        assertThat(row("adoptedIndicators[i1].results[15]", null, "{}").label())
                .isEqualTo("ตัวชี้วัด i1 › ผลตัวชี้วัด");
    }

    @Test
    void long_words_are_compared_word_by_word_and_what_stayed_is_shortened() {
        String same = "ดำเนินการตามแผน ".repeat(60);
        Row row = row(
                "reports[11].narrative",
                '"' + same + "รอฟลอรูทธรณ์รอบที่ 2" + '"',
                '"' + same + "รอผลอุทธรณ์รอบที่ 2" + '"');
        assertThat(row.before()).extracting(Piece::op).contains(Op.DELETE).doesNotContain(Op.INSERT);
        assertThat(row.after()).extracting(Piece::op).contains(Op.INSERT).doesNotContain(Op.DELETE);
        assertThat(text(row.before())).contains("…").endsWith("รอบที่ 2").hasSizeLessThan(250);
        assertThat(text(row.after())).contains("ผลอุทธรณ์");
    }

    @Test
    void what_happened_since_is_told_from_what_was_recorded_late() {
        Row row = row("percent", "20", "50", event(7, "2021-08-30"), event(8, "2021-09-22"));
        assertThat(row.happened()).isTrue();
        assertThat(row.recorded()).isTrue();
        assertThat(row.events()).extracting(AsOfPage.Made::position).containsExactly("7", "8");
        assertThat(row("percent", "20", "50", event(7, "2021-08-30")).happened())
                .isFalse();
    }

    @Test
    void what_people_come_for_stands_first() {
        List<Row> rows = new DifferenceRows(frame(Language.EN), FROM, 2000)
                .of(List.of(
                        new Difference("name", null, json("\"x\""), List.of()),
                        new Difference("percent", json("1"), json("2"), List.of())));
        assertThat(rows).extracting(Row::label).containsExactly("per cent", "name");
    }
}
