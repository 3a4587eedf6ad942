package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharingTest {
    @ParameterizedTest
    @CsvSource({"4, 4, 1, 0", "4, 4, 2, 2", "2, 4, 2, 0", "4, 4, 3, 2", "1, 4, 3, 0", "4, 4, 9, 3", "0, 4, 2, 0"})
    void whoever_follows_more_than_its_share_lets_go_of_the_rest(int ours, int segments, int instances, int surplus) {
        assertThat(Sharing.surplus(ours, segments, instances)).isEqualTo(surplus);
    }
}
