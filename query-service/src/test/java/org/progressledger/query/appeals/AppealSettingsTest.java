package org.progressledger.query.appeals;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppealSettingsTest {
    @ParameterizedTest
    @ValueSource(ints = {99, 10_001})
    void refuses_a_bound_beyond_its_range(int comparedWords) {
        assertThatThrownBy(() -> new AppealSettings(comparedWords)).isInstanceOf(IllegalArgumentException.class);
    }
}
