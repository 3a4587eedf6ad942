package org.progressledger.query.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.events.ScheduleStatus;

class OnPlanWhilePausedTest {
    private static final FlagRule RULE = new OnPlanWhilePaused();

    @Test
    void finds_an_unchanged_report_on_plan_while_the_project_stands_still() {
        Story story = Story.begins()
                .report(1, "2020-10-28", "20")
                .paused("2020-11-01")
                .report(2, "2020-11-28", "20")
                .report(3, "2020-12-28", "21");

        List<Hit> hits = story.hits(RULE);
        assertThat(hits).extracting(Hit::about).containsExactly("-r2");
        assertThat(Story.evidence(hits.getFirst())).containsExactly(101L, 103L, 102L);
    }

    @Test
    void a_report_that_is_behind_or_after_the_resumption_is_none() {
        Story story = Story.begins()
                .report(1, "2020-10-28", "20")
                .paused("2020-11-01")
                .says(ScheduleStatus.BEHIND)
                .report(2, "2020-11-28", "20")
                .resumed("2020-11-01", "2020-12-01")
                .says(ScheduleStatus.ON_PLAN)
                .report(3, "2020-12-28", "20");

        assertThat(story.hits(RULE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ชะลอโครงการ เนื่องจากโควิด", "จึงขอเลื่อนการจัดโครงการฯ ออกไปโดยไม่มีกำหนด"})
    void words_that_tell_of_a_delay_are_enough(String narrative) {
        Story story = Story.begins().report(1, "2020-10-28", "20").report(2, "2020-11-28", "20", narrative);

        assertThat(story.abouts(RULE)).containsExactly("-r2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "เข้าควบคุมและชะลอการระบาดของเชื้อไวรัส",
                "ไม่ชะลอโครงการ",
                "ยกเลิกการชะลอโครงการ",
                "สร้างฝายชะลอน้ำ",
                "เลื่อนการประชุมไปเป็นวันที่ 5"
            })
    void words_that_tell_of_something_else_are_not(String narrative) {
        Story story = Story.begins().report(1, "2020-10-28", "20").report(2, "2020-11-28", "20", narrative);

        assertThat(story.hits(RULE)).isEmpty();
    }
}
