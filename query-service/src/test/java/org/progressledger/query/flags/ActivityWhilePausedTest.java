package org.progressledger.query.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.progressledger.events.ActivityHeld;

class ActivityWhilePausedTest {
    private static final FlagRule RULE = new ActivityWhilePaused();

    private static ActivityHeld held(String date) {
        return new ActivityHeld(Story.CODE, LocalDate.parse(date), "จิตอาสา");
    }

    @Test
    void finds_an_activity_on_a_day_of_the_pause() {
        Story story = Story.begins()
                .paused("2021-06-21")
                .report(1, "2021-07-23", "100")
                .told(1, held("2021-06-20"))
                .told(1, held("2021-07-09"))
                .fact(held("2021-06-21"));

        assertThat(story.abouts(RULE)).containsExactly("-e5", "-e4");
        Hit told = story.hits(RULE).getLast();
        assertThat(told.reportNo()).isEqualTo(1);
        assertThat(Story.evidence(told)).containsExactly(101L, 104L);
    }

    @Test
    void work_goes_on_from_the_day_of_the_resumption() {
        Story story = Story.begins()
                .paused("2021-06-21")
                .resumed("2021-06-21", "2021-07-09")
                .fact(held("2021-07-09"))
                .fact(held("2021-07-08"));

        assertThat(story.abouts(RULE)).containsExactly("-e4");
    }
}
