package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuerySettingsTest {
    private static QuerySettings folding(int projects) {
        return new QuerySettings(
                Duration.ofMillis(20),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                1_000_000,
                Duration.ofSeconds(10),
                256,
                300,
                projects,
                24,
                4,
                "");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10_001})
    void a_number_of_projects_to_fold_out_of_range_stops_the_start(int projects) {
        assertThatThrownBy(() -> folding(projects)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void as_many_projects_are_folded_for_a_question_as_the_setting_says() {
        FoldingBound bound = new FoldingBound(folding(2));

        bound.check(2);
        assertThatThrownBy(() -> bound.check(3)).hasMessageContaining("TOO_MANY_PROJECTS_TO_FOLD");
        assertThat(bound.most()).isEqualTo(2);
    }
}
