package org.progressledger.query.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.projection.QueryReason;

class SlotsTest {
    private final Slots slots = new Slots(new ExportSettings(3, 2, Duration.ofMinutes(30), Duration.ofSeconds(10)));

    private void refuses(String account, int limit) {
        assertThatThrownBy(() -> slots.take(account)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.reason()).isEqualTo(QueryReason.TOO_MANY_EXPORTS);
            assertThat(problem.data()).containsEntry("limit", limit);
        });
    }

    @Test
    void refuses_a_file_more_than_an_account_may_have_made_and_lets_others_in() {
        slots.take("a");
        slots.take("a");

        refuses("a", 2);
        slots.take("b");
    }

    @Test
    void refuses_a_file_more_than_are_made_in_all_until_one_is_done() {
        slots.take("a");
        slots.take("b");
        slots.take("c");

        refuses("d", 3);
        slots.giveBack("b");
        slots.take("d");
    }

    @Test
    void refuses_settings_that_are_no_limits() {
        Duration ten = Duration.ofSeconds(10);
        assertThatThrownBy(() -> new ExportSettings(0, 0, ten, ten)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExportSettings(2, 3, ten, ten)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExportSettings(2, 2, Duration.ZERO, ten))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
