package org.progressledger.query.flags;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressWithoutResumeTest {
    private static final FlagRule RULE = new ProgressWithoutResume();

    @Test
    void finds_every_rise_after_a_pause_that_nobody_ended() {
        Story story = Story.begins()
                .report(1, "2020-10-28", "20")
                .paused("2020-11-01")
                .report(2, "2020-11-28", "20")
                .report(3, "2020-12-28", "50")
                .report(4, "2021-01-28", "100");

        assertThat(story.abouts(RULE)).containsExactly("-r3", "-r4");
        assertThat(Story.evidence(story.hits(RULE).getFirst())).containsExactly(103L, 104L, 102L);
    }

    @Test
    void a_rise_on_the_day_of_the_resumption_is_lawful_and_one_before_it_is_not() {
        Story story = Story.begins()
                .paused("2020-11-01")
                .report(1, "2020-11-30", "20")
                .report(2, "2020-12-01", "30")
                .resumed("2020-11-01", "2020-12-01");

        assertThat(story.abouts(RULE)).containsExactly("-r1");
    }

    @Test
    void a_pause_that_is_recorded_late_is_in_force_from_its_date() {
        Story story = Story.begins().report(1, "2020-11-28", "20").paused("2020-11-01");

        assertThat(story.abouts(RULE)).containsExactly("-r1");
    }
}
