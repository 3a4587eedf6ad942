package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LetterSettingsTest {
    private static final Duration SOME = Duration.ofSeconds(1);

    @Test
    void refuses_bounds_that_are_none() {
        for (int none : new int[] {0, 10_001}) {
            assertThatThrownBy(() -> new LetterSettings(none, 1, SOME, SOME))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new LetterSettings(1, none, SOME, SOME))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new LetterSettings(1, 1, Duration.ZERO, SOME))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LetterSettings(1, 1, SOME, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
