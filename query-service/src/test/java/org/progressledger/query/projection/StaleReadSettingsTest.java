package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StaleReadSettingsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void no_answer_is_known_to_be_younger_than_a_mark_so_no_bound_is_shorter() {
        assertThatThrownBy(() -> new StaleReadSettings(Duration.ofMillis(999), SECOND, SECOND))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new StaleReadSettings(SECOND, SECOND, SECOND).isOff()).isFalse();
        assertThat(new StaleReadSettings(Duration.ZERO, SECOND, SECOND).isOff()).isTrue();
    }
}
