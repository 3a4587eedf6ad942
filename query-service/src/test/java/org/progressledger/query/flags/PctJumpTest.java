package org.progressledger.query.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.progressledger.query.projection.FlagView.Severity;

class PctJumpTest {
    private static final FlagRule RULE = new PctJump(BigDecimal.valueOf(25));

    @Test
    void finds_a_rise_of_25_points_in_one_report_and_none_below() {
        Story story = Story.begins()
                .report(1, "2020-10-28", "24.99")
                .report(2, "2020-11-28", "49.99")
                .report(3, "2020-12-28", "74.98");

        assertThat(story.abouts(RULE)).containsExactly("-r2");
    }

    @Test
    void the_first_report_rises_from_0() {
        Hit hit = Story.begins().report(1, "2020-10-28", "30").hits(RULE).getFirst();

        assertThat(hit.reportNo()).isEqualTo(1);
        assertThat(hit.severity()).isEqualTo(Severity.ALERT);
        assertThat(hit.values().byName()).containsEntry("change", new BigDecimal("30.00"));
        assertThat(Story.evidence(hit)).containsExactly(101L);
    }

    @Test
    void a_report_that_was_returned_counts_no_more_and_its_resubmission_is_another_hit() {
        Story story = Story.begins().report(1, "2020-10-28", "40").returned(1);
        assertThat(story.hits(RULE)).isEmpty();

        story.report(1, 2, "2020-10-29", "60", null, "ส่งใหม่");
        assertThat(story.abouts(RULE)).containsExactly("-r1v2");
    }

    @Test
    void both_reports_show_it_and_the_sentence_has_its_numbers() {
        Hit hit = Story.begins()
                .report(1, "2020-10-28", "20")
                .report(2, "2020-11-28", "90")
                .hits(RULE)
                .getFirst();

        assertThat(Story.evidence(hit)).containsExactly(101L, 102L);
        assertThat(hit.text().en()).isEqualTo("Report 2 rises by 70.00 points at once, from 20.00 to 90.00 per cent");
        assertThat(hit.text().th()).contains("70.00", "20.00", "90.00");
    }
}
