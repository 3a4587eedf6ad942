package org.progressledger.query.appeals;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppealSettingsTest {
    @ParameterizedTest
    @CsvSource({"99, 500", "10001, 500", "2000, 0", "2000, 10001"})
    void refuses_bounds_beyond_their_range(int comparedWords, int foldedProjects) {
        assertThatThrownBy(() -> new AppealSettings(comparedWords, foldedProjects))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
