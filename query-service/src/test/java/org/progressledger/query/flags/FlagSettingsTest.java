package org.progressledger.query.flags;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "0,20,0.75,4000,90",
        "25,101,0.75,4000,90",
        "25,20,0.49,4000,90",
        "25,20,1.01,4000,90",
        "25,20,0.75,99,90",
        "25,20,0.75,20001,90",
        "25,20,0.75,4000,-1"
    })
    void a_threshold_out_of_range_stops_the_start(
            BigDecimal jump, BigDecimal behind, BigDecimal similarity, int compared, int late) {
        assertThatThrownBy(() -> new FlagSettings(jump, behind, similarity, compared, late))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
