package org.progressledger.query.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PctFellTest {
    @Test
    void finds_a_printed_fall_and_no_standstill() {
        Story story = Story.begins()
                .report(1, "2020-10-28", "20")
                .report(2, "2020-11-28", "20")
                .report(3, "2020-12-28", "19.99");

        assertThat(story.abouts(new PctFell())).containsExactly("-r3");
        assertThat(Story.evidence(story.hits(new PctFell()).getFirst())).containsExactly(102L, 103L);
    }

    @Test
    void a_fall_that_has_not_happened_by_the_day_is_none() {
        Story story = Story.begins().report(1, "2020-10-28", "20").report(2, "2020-11-28", "10");

        assertThat(story.abouts(new PctFell(), LocalDate.parse("2020-11-27"))).isEmpty();
        assertThat(story.abouts(new PctFell(), LocalDate.parse("2020-11-28"))).containsExactly("-r2");
    }
}
