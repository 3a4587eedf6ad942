package org.progressledger.query.flags;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompleteZeroSpendTest {
    private static final FlagRule RULE = new CompleteZeroSpend();

    @Test
    void finds_the_report_that_reached_100_with_a_budget_of_which_nothing_was_spent() {
        Story story = Story.of("122800", "0")
                .report(1, "2020-10-28", "90")
                .report(2, "2020-11-28", "100")
                .report(3, "2020-12-28", "100");

        assertThat(story.abouts(RULE)).containsExactly("-r2");
    }

    @Test
    void without_a_budget_nothing_need_be_spent() {
        assertThat(Story.of("0", "0").report(1, "2020-10-28", "100").hits(RULE)).isEmpty();
    }

    @Test
    void blank_is_not_zero() {
        assertThat(Story.of("122800", null).report(1, "2020-10-28", "100").hits(RULE))
                .isEmpty();
        assertThat(Story.of("122800", null)
                        .disbursed(1, "2020-10-28", "100", "0")
                        .hits(RULE))
                .hasSize(1);
    }

    @Test
    void money_that_was_spent_or_disbursed_is_no_hit_nor_is_unfinished_work() {
        assertThat(Story.of("122800", "1").report(1, "2020-10-28", "100").hits(RULE))
                .isEmpty();
        assertThat(Story.of("122800", "0")
                        .disbursed(1, "2020-10-28", "100", "5")
                        .hits(RULE))
                .isEmpty();
        assertThat(Story.of("122800", "0").report(1, "2020-10-28", "99.99").hits(RULE))
                .isEmpty();
    }
}
