package org.progressledger.query.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.AppealStage;
import org.progressledger.events.AppealWithdrawn;

class AppealGapTest {
    private static final FlagRule RULE = new AppealGap();
    private static final LocalDate CITED = LocalDate.parse("2021-08-30");

    private static AppealCited cited(@Nullable Integer round, AppealStage stage, boolean criteria) {
        return new AppealCited(Story.CODE, round, stage, criteria, CITED, "อุทธรณ์");
    }

    private static AppealFiled filed(int round) {
        return new AppealFiled(Story.CODE, round, CITED, "โควิด", "ปรับเกณฑ์", null);
    }

    private static AppealDecided decided(int round) {
        return new AppealDecided(Story.CODE, round, CITED, AppealOutcome.GRANTED, null, null);
    }

    private static Story story() {
        return Story.begins().report(1, "2021-08-30", "50");
    }

    @Test
    void an_appeal_that_awaits_its_result_lacks_its_filing_until_it_is_recorded() {
        Story story = story().told(1, cited(2, AppealStage.AWAITING_RESULT, false));
        assertThat(story.abouts(RULE)).containsExactly("-r1");
        assertThat(Story.evidence(story.hits(RULE).getFirst())).containsExactly(101L, 102L);

        story.fact(filed(1)).fact(decided(1));
        assertThat(story.abouts(RULE)).as("another round").containsExactly("-r1");

        assertThat(story.fact(filed(2)).hits(RULE)).isEmpty();
    }

    @Test
    void a_decided_appeal_lacks_its_decision_until_it_is_recorded() {
        Story story = story().told(1, cited(null, AppealStage.DECIDED, false)).fact(filed(1));
        assertThat(story.abouts(RULE)).containsExactly("-r1");

        assertThat(story.fact(decided(1)).hits(RULE)).isEmpty();
    }

    @Test
    void an_intended_appeal_lacks_nothing_unless_criteria_are_said_to_have_changed() {
        assertThat(story().told(1, cited(null, AppealStage.INTENDED, false)).hits(RULE))
                .isEmpty();
        assertThat(story().told(1, cited(null, AppealStage.INTENDED, true)).abouts(RULE))
                .containsExactly("-r1");
    }

    @Test
    void changed_criteria_lack_their_decision_though_the_filing_is_recorded() {
        Story story =
                story().told(1, cited(1, AppealStage.AWAITING_RESULT, true)).fact(filed(1));
        assertThat(story.abouts(RULE)).containsExactly("-r1");

        assertThat(story.fact(decided(1)).hits(RULE)).isEmpty();
    }

    @Test
    void two_citations_of_one_report_are_one_hit() {
        List<Hit> hits = story().told(1, cited(1, AppealStage.AWAITING_RESULT, false))
                .told(1, cited(2, AppealStage.DECIDED, true))
                .hits(RULE);

        assertThat(hits).hasSize(1);
        assertThat(Story.evidence(hits.getFirst())).containsExactly(101L, 102L, 103L);
    }

    @Test
    void skipped_rounds_lack_their_papers() {
        List<Hit> hits = story().fact(filed(3)).fact(decided(3)).fact(filed(5)).hits(RULE);

        assertThat(hits).extracting(Hit::about).containsExactly("-round3", "-round5");
        assertThat(hits.getFirst().text().en()).contains("the rounds 1 to 2 have no papers");
        assertThat(Story.evidence(hits.getLast())).containsExactly(102L, 104L);
    }

    @Test
    void an_open_round_below_a_later_one_lacks_its_decision_and_one_taken_back_does_not() {
        assertThat(story().fact(filed(1)).fact(filed(2)).abouts(RULE)).containsExactly("-round2");
        assertThat(story().fact(filed(1))
                        .fact(new AppealWithdrawn(Story.CODE, 1, CITED, null))
                        .fact(filed(2))
                        .hits(RULE))
                .isEmpty();
    }
}
