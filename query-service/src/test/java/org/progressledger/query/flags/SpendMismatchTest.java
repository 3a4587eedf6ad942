package org.progressledger.query.flags;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpendMismatchTest {
    private static final FlagRule RULE = new SpendMismatch();

    private static Story story(String spent) {
        return Story.of("1000", spent)
                .disbursed(1, "2020-10-28", "10", "100")
                .disbursed(2, "2020-11-28", "20", "250")
                .report(3, "2020-12-28", "30");
    }

    @Test
    void the_sum_fits_and_so_does_the_last_one_stated() {
        assertThat(story("350").hits(RULE)).isEmpty();
        assertThat(story("250").hits(RULE)).isEmpty();
    }

    @Test
    void anything_else_does_not_fit() {
        Hit hit = story("100").hits(RULE).getFirst();

        assertThat(hit.about()).isEmpty();
        assertThat(hit.reportNo()).isNull();
        assertThat(hit.text().en()).contains("100.00", "350.00", "250.00");
        assertThat(Story.evidence(hit)).containsExactly(100L, 101L, 102L);
    }

    @Test
    void blank_fits_anything() {
        assertThat(story(null).hits(RULE)).isEmpty();
        assertThat(Story.of("1000", "5").report(1, "2020-10-28", "10").hits(RULE))
                .isEmpty();
    }
}
