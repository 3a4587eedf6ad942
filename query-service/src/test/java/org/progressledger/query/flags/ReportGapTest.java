package org.progressledger.query.flags;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportGapTest {
    private static final FlagRule RULE = new ReportGap();

    @Test
    void finds_numbers_that_are_missing_before_between_and_never_after() {
        Story story = Story.begins()
                .report(2, "2020-10-28", "10")
                .report(3, "2020-11-28", "10")
                .report(7, "2020-12-28", "10");

        assertThat(story.abouts(RULE)).containsExactly("-r2", "-r7");
        assertThat(story.hits(RULE).getFirst().text().en()).isEqualTo("Before report 2, number 1 is missing");
        assertThat(story.hits(RULE).getLast().text().en()).isEqualTo("Before report 7, the numbers 4 to 6 are missing");
    }

    @Test
    void a_report_that_waits_to_be_handed_in_again_is_not_missing() {
        Story story = Story.begins()
                .report(1, "2020-10-28", "10")
                .report(2, "2020-11-28", "10")
                .returned(2);

        assertThat(story.hits(RULE)).isEmpty();
    }
}
