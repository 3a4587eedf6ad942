package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignsOfLifeTest {
    private static final Instant NOW = Instant.parse("2026-11-26T05:00:00Z");

    private static SignsOfLife seen(Duration ago) {
        return new SignsOfLife(NOW.minus(ago), Map.of());
    }

    private static SignsOfLife beating(Map<String, Long> beats) {
        return new SignsOfLife(null, beats);
    }

    @Test
    void whoever_was_seen_within_five_minutes_may_still_be_there() {
        assertThat(seen(Duration.ofMinutes(5).minusMillis(1)).areRecent(NOW)).isTrue();
        assertThat(seen(Duration.ofMinutes(5)).areRecent(NOW)).isFalse();
    }

    @Test
    void a_clock_that_is_a_little_ahead_is_somebody_and_one_far_ahead_is_nothing() {
        assertThat(seen(Duration.ofMinutes(-4)).areRecent(NOW)).isTrue();
        assertThat(seen(Duration.ofDays(-400)).areRecent(NOW)).isFalse();
    }

    @Test
    void where_nobody_ever_was_nobody_is() {
        assertThat(beating(Map.of()).areRecent(NOW)).isFalse();
        assertThat(beating(Map.of()).goOnIn(beating(Map.of()))).isFalse();
    }

    @Test
    void one_beat_of_one_instance_is_life() {
        assertThat(beating(Map.of("a", 1L, "b", 7L)).goOnIn(beating(Map.of("a", 1L, "b", 8L))))
                .isTrue();
    }

    @Test
    void one_that_was_not_there_before_is_life() {
        assertThat(beating(Map.of()).goOnIn(beating(Map.of("a", 1L)))).isTrue();
    }

    @Test
    void the_last_beat_of_one_that_was_killed_is_none_and_leaving_is_none() {
        assertThat(beating(Map.of("a", 1L)).goOnIn(beating(Map.of("a", 1L)))).isFalse();
        assertThat(beating(Map.of("a", 1L, "b", 2L)).goOnIn(beating(Map.of("a", 1L))))
                .isFalse();
    }
}
