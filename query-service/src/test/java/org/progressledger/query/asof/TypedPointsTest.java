package org.progressledger.query.asof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.progressledger.query.asking.Points.Point;
import org.progressledger.query.asof.TypedPoints.Asked;
import org.progressledger.query.asof.TypedPoints.Typed;

/** Points of time as people type them. In Bangkok it is noon of 26 November 2026. */
class TypedPointsTest {
    private static final Instant NOW = Instant.parse("2026-11-26T05:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private static Asked read(String happened, String recorded, String toHappened, String toRecorded) {
        return TypedPoints.read(new Typed(happened, recorded, toHappened, toRecorded), NOW);
    }

    @Test
    void what_is_not_typed_is_now() {
        assertThat(read("30/08/2564", "", "", ""))
                .isEqualTo(new Asked(
                        new Point(LocalDate.of(2021, 8, 30), NOW), new Point(TODAY, NOW), java.util.Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "20/11/2569,                 2026-11-20T16:59:59.999Z",
        "20/11/2569 14:30,           2026-11-20T07:30:59.999Z",
        "๒๐/๑๑/๒๕๖๙ ๑๔.๓๐ น.,         2026-11-20T07:30:59.999Z",
        "2026-11-20 14:30:07,        2026-11-20T07:30:07.999Z",
        "2026-11-20T14:30:07,        2026-11-20T07:30:07.999Z",
        "26/11/2569,                 2026-11-26T05:00:00Z"
    })
    void a_day_a_minute_and_a_second_of_recording_mean_their_end(String typed, Instant end) {
        Point from = read("", typed, "", "").from();
        assertThat(from).isNotNull();
        assertThat(from.recordedAt()).isEqualTo(end);
    }

    @Test
    void every_field_that_is_wrong_is_told_at_once() {
        assertThat(read("31/02/2564", "25:00", "27/11/2569", "26/11/2569 13:00").problems())
                .containsEntry("happened", "asof.notADate")
                .containsEntry("recorded", "asof.notADate")
                .containsEntry("toHappened", "asof.future")
                .containsEntry("toRecorded", "asof.future");
        assertThat(read("01/01/9999", "", "", "").problems()).containsKey("happened");
        assertThat(read("", "20/11/2569 24:61", "", "").problems()).containsEntry("recorded", "asof.notADate");
    }

    @Test
    void the_second_point_may_not_lie_before_the_first_on_either_axis() {
        assertThat(read("30/08/2564", "", "29/08/2564", "").problems()).containsOnlyKeys("toHappened");
        assertThat(read("", "20/11/2569", "", "19/11/2569").problems()).containsOnlyKeys("toRecorded");
        assertThat(read("30/08/2564", "20/11/2569", "30/08/2564", "20/11/2569").problems())
                .isEmpty();
    }
}
