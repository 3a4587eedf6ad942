package org.progressledger.query.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.progressledger.events.ScheduleStatus;

class BehindElapsedTest {
    private static final FlagRule RULE = new BehindElapsed(BigDecimal.valueOf(20));

    @Test
    void both_days_count_and_20_points_are_enough() {
        // 100 days: the 40th is 40 per cent
        Story exactly = Story.of("0", null, "2021-01-01", "2021-04-10").report(1, "2021-02-09", "20");
        Story almost = Story.of("0", null, "2021-01-01", "2021-04-10").report(1, "2021-02-09", "20.01");

        assertThat(exactly.abouts(RULE)).containsExactly("-r1");
        assertThat(exactly.hits(RULE).getFirst().values().byName())
                .containsEntry("elapsed", new BigDecimal("40.00"))
                .containsEntry("behind", new BigDecimal("20.00"));
        assertThat(almost.hits(RULE)).isEmpty();
    }

    @Test
    void a_report_that_says_it_is_behind_hides_nothing() {
        Story story = Story.begins().says(ScheduleStatus.BEHIND).report(1, "2021-09-30", "0");

        assertThat(story.hits(RULE)).isEmpty();
    }

    @Test
    void time_runs_from_the_first_day_to_the_last() {
        Story story = Story.of("0", null, "2021-01-01", "2021-04-10")
                .report(1, "2020-11-01", "0")
                .report(2, "2021-09-01", "80");

        assertThat(story.abouts(RULE)).containsExactly("-r2");
        assertThat(story.hits(RULE).getFirst().values().byName()).containsEntry("elapsed", new BigDecimal("100.00"));
    }
}
