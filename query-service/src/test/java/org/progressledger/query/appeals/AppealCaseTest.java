package org.progressledger.query.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.AppealStage;

class AppealCaseTest {
    @Test
    void rounds_come_first_then_citations_that_tell_no_round() {
        Told told = Told.begins()
                .report(1, "2021-08-30", "10")
                .cited(1, null, AppealStage.INTENDED, false)
                .cited(1, 2, AppealStage.AWAITING_RESULT, true)
                .cited(1, null, AppealStage.DECIDED, true);

        assertThat(told.ids()).containsExactly("round-2", "cited-2", "cited-4");
        assertThat(told.cases()).allMatch(each -> each.status() == AppealStatus.CITED);
    }

    @Test
    void citations_of_one_round_are_one_appeal() {
        Told told =
                Told.begins().cited(1, 1, AppealStage.INTENDED, false).cited(2, 1, AppealStage.AWAITING_RESULT, false);

        assertThat(told.ids()).containsExactly("round-1");
        assertThat(told.round(1).citations()).hasSize(2);
    }

    @Test
    void a_citation_without_a_round_stands_with_the_papers_that_it_may_mean() {
        Told told = Told.begins().cited(1, null, AppealStage.DECIDED, false).filed(1, "2021-04-01");
        assertThat(told.ids()).as("no decision yet").containsExactly("round-1", "cited-1");

        told.granted(1, "2021-04-20");
        assertThat(told.ids()).containsExactly("round-1");
        assertThat(told.round(1).mentions()).hasSize(1);
    }

    @Test
    void the_status_is_that_of_the_papers() {
        Told told = Told.begins().filed(1, "2021-04-01");
        assertThat(told.round(1).status()).isEqualTo(AppealStatus.FILED);
        assertThat(told.takenBack(1, "2021-04-02").round(1).status()).isEqualTo(AppealStatus.WITHDRAWN);

        told.filed(2, "2021-04-03").decided(2, "2021-04-04", AppealOutcome.REFUSED, null);
        assertThat(told.round(2).status()).isEqualTo(AppealStatus.DECIDED);
    }

    @Test
    void a_round_that_was_reviewed_is_not_lost_when_its_filing_was_a_mistake() {
        Told told = Told.begins().filed(1, "2021-04-01").mistake(1, "appeal-filed");
        assertThat(told.ids()).isEmpty();

        Told reviewed = Told.begins().filed(1, "2021-04-01").reviewed(1).mistake(1, "appeal-filed");
        assertThat(reviewed.round(1).status()).isEqualTo(AppealStatus.NONE);
        assertThat(reviewed.sinceReview(1)).containsExactly(103L);
        assertThat(AppealItem.of(reviewed.round(1)).since()).isEqualTo(Told.AFTERWARDS);
    }

    @Test
    void an_item_counts_its_age_from_the_filing_and_its_waiting_to_the_decision() {
        Told told = Told.begins().filed(1, "2021-04-01");
        assertThat(aged(told))
                .extracting(AgedAppeal::ageDays, AgedAppeal::waitedDays)
                .containsExactly(183L, 183L);

        told.granted(1, "2021-04-20");
        assertThat(aged(told))
                .extracting(AgedAppeal::ageDays, AgedAppeal::waitedDays)
                .containsExactly(183L, 19L);

        Told cited = Told.begins().cited(1, 1, AppealStage.INTENDED, false);
        assertThat(aged(cited))
                .extracting(AgedAppeal::ageDays, AgedAppeal::waitedDays)
                .containsExactly(32L, null);
    }

    private static AgedAppeal aged(Told told) {
        return AgedAppeal.of(AppealItem.of(told.round(1)), Told.AFTERWARDS);
    }
}
