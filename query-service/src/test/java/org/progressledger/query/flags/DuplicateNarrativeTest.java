package org.progressledger.query.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.progressledger.query.projection.FlagView.Severity;

class DuplicateNarrativeTest {
    private static final FlagRule RULE = new DuplicateNarrative(new BigDecimal("0.75"), 4_000);

    private static Story two(String first, String second) {
        return Story.begins().report(1, "2020-10-28", "10", first).report(2, "2020-11-28", "20", second);
    }

    @Test
    void the_same_words_are_exact_whatever_the_spaces_and_digits() {
        Story story = two("ดำเนินการ  ระยะที่ ๑\nต่อเนื่อง", "ดำเนินการ ระยะที่ 1 ต่อเนื่อง");

        Hit hit = story.hits(RULE).getFirst();
        assertThat(hit.about()).isEqualTo("-r2");
        assertThat(hit.severity()).isEqualTo(Severity.WARNING);
        assertThat(hit.values().byName()).containsEntry("exact", true).containsEntry("sameAs", 1);
    }

    @Test
    void three_quarters_alike_are_similar_and_less_is_not() {
        Hit hit = two("abcdefgh", "abcdefXY").hits(RULE).getFirst();
        assertThat(hit.severity()).isEqualTo(Severity.INFO);
        assertThat(hit.values().byName())
                .containsEntry("exact", false)
                .containsEntry("similarity", new BigDecimal("75.00"));

        assertThat(two("abcdefgh", "abcdeXYZ").hits(RULE)).isEmpty();
    }

    @Test
    void two_reports_that_say_nothing_repeat_nothing() {
        assertThat(two("", " ").hits(RULE)).isEmpty();
    }

    @Test
    void a_report_is_held_against_the_one_that_counts_before_it() {
        Story story = Story.begins()
                .report(1, "2020-10-28", "10", "ประชุมคณะทำงาน")
                .report(2, "2020-11-28", "20", "ลงพื้นที่สำรวจ")
                .returned(2)
                .report(2, 2, "2020-11-29", "20", null, "ประชุมคณะทำงาน");

        assertThat(story.abouts(RULE)).containsExactly("-r2v2");
    }

    @Test
    @Timeout(60)
    void of_long_narratives_the_beginning_is_held_against_the_beginning() {
        String long1 = "ก".repeat(20_000);
        String long2 = "ข".repeat(999) + "ก".repeat(19_001);

        assertThat(two(long1, long2).hits(RULE)).hasSize(1);
        assertThat(two(long1, "ข".repeat(1_001) + "ก".repeat(18_999)).hits(RULE))
                .isEmpty();
    }
}
