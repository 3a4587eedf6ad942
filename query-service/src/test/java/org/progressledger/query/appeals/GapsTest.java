package org.progressledger.query.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.query.appeals.Gap.Kind.*;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.AppealStage;
import org.progressledger.events.AppealWithdrawn;
import org.progressledger.events.CriteriaChange;

class GapsTest {
    private static final LocalDate DAY = LocalDate.parse("2021-04-20");

    /** An indicator, and a decision that changes its criteria. */
    private static Told decidedOfIndicator(AppealOutcome outcome) {
        return Told.begins()
                .indicator("จัด 4 ครั้ง")
                .filed(1, "2021-04-01")
                .decided(1, "2021-04-20", outcome, new CriteriaChange("จัด 4 ครั้ง", "จัด 2 ครั้ง", Told.I1));
    }

    @Test
    void an_appeal_with_all_its_papers_has_none() {
        assertThat(Told.begins().filed(1, "2021-04-01").granted(1, "2021-04-20").gaps(1))
                .isEmpty();
    }

    @Test
    void a_cited_round_lacks_its_filing_its_criteria_and_the_rounds_below() {
        Told told = Told.begins().cited(1, 2, AppealStage.AWAITING_RESULT, true);

        assertThat(told.gaps(2)).containsExactly(CITED_WITHOUT_FILING, CITED_WITHOUT_CRITERIA, ROUNDS_SKIPPED);
        Gap first = Gaps.of(told.round(2)).getFirst();
        assertThat(first.evidence().positions()).containsExactly(101L);
        assertThat(first.evidence().lines()).hasToString("[LineRange[first=11, last=11]]");
    }

    @Test
    void an_intended_appeal_lacks_nothing() {
        assertThat(Told.begins().cited(1, 1, AppealStage.INTENDED, false).gaps(1))
                .isEmpty();
    }

    @Test
    void a_citation_without_a_round_lacks_the_filing_or_where_something_is_filed_the_decision() {
        Told told = Told.begins().cited(1, null, AppealStage.DECIDED, false);
        assertThat(Gaps.of(told.cases().getLast())).extracting(Gap::kind).containsExactly(CITED_WITHOUT_FILING);

        told.filed(1, "2021-04-01");
        assertThat(Gaps.of(told.cases().getLast())).extracting(Gap::kind).containsExactly(CITED_WITHOUT_DECISION);
    }

    @Test
    void a_filed_round_that_is_said_to_be_decided_lacks_its_decision() {
        Told told = Told.begins().filed(1, "2021-04-01").cited(1, 1, AppealStage.DECIDED, false);
        assertThat(told.gaps(1)).containsExactly(CITED_WITHOUT_DECISION);

        assertThat(told.granted(1, "2021-04-20").gaps(1)).isEmpty();
    }

    @Test
    void skipped_rounds_and_an_undecided_one_below_are_told() {
        assertThat(Told.begins().filed(3, "2021-04-01").gaps(3)).containsExactly(ROUNDS_SKIPPED);

        Told told = Told.begins().filed(1, "2021-04-01").filed(2, "2021-05-01");
        assertThat(told.gaps(2)).containsExactly(EARLIER_ROUND_UNDECIDED);
        assertThat(Gaps.of(told.round(2)).getFirst().evidence().positions()).containsExactly(101L, 102L);
        assertThat(Gaps.of(told.round(2)).getFirst().text().en())
                .isEqualTo("There is round 2, and round 1 has no decision");
    }

    @Test
    void papers_without_a_letter_are_told() {
        Told told = Told.begins()
                .fact(new AppealFiled(Told.CODE, 1, DAY, "ก", "ข", null))
                .fact(new AppealWithdrawn(Told.CODE, 1, DAY, null))
                .fact(new AppealFiled(Told.CODE, 2, DAY, "ก", "ข", Told.LETTER))
                .fact(new AppealDecided(Told.CODE, 2, DAY, AppealOutcome.REFUSED, null, null));

        assertThat(told.gaps(1)).containsExactly(FILED_WITHOUT_LETTER, WITHDRAWN_WITHOUT_LETTER);
        assertThat(told.gaps(2)).containsExactly(DECIDED_WITHOUT_LETTER);
    }

    @Test
    void who_grants_tells_the_criteria_from_then_on() {
        Told told = Told.begins()
                .filed(1, "2021-04-01")
                .decided(1, "2021-04-20", AppealOutcome.PARTLY_GRANTED, new CriteriaChange("4 ครั้ง", null, null));

        assertThat(told.gaps(1)).containsExactly(GRANTED_WITHOUT_CRITERIA);
    }

    @Test
    void criteria_that_a_decision_changes_are_to_be_those_of_the_indicator() {
        Told told = decidedOfIndicator(AppealOutcome.GRANTED);
        assertThat(told.gaps(1)).containsExactly(CRITERIA_NOT_CARRIED_OUT);

        assertThat(told.criteria(2, "จัด 4 ครั้ง", "จัด 2  ครั้ง", 1).gaps(1))
                .as("another space is no other criteria")
                .isEmpty();
        assertThat(decidedOfIndicator(AppealOutcome.GRANTED)
                        .criteria(2, "จัด 4 ครั้ง", "จัด 1 ครั้ง", 1)
                        .gaps(1))
                .containsExactly(CRITERIA_AFTER_DIFFER);
    }

    @Test
    void criteria_before_are_to_be_those_that_the_indicator_had() {
        Told told = Told.begins()
                .indicator("จัด 5 ครั้ง")
                .filed(1, "2021-04-01")
                .decided(
                        1,
                        "2021-04-20",
                        AppealOutcome.GRANTED,
                        new CriteriaChange("จัด 4 ครั้ง", "จัด 2 ครั้ง", Told.I1))
                .criteria(2, "จัด 5 ครั้ง", "จัด 2 ครั้ง", 1);

        assertThat(told.gaps(1)).containsExactly(CRITERIA_BEFORE_DIFFER);
    }

    @Test
    void a_refused_appeal_changes_no_criteria() {
        Told told = decidedOfIndicator(AppealOutcome.REFUSED);
        assertThat(told.gaps(1)).isEmpty();

        assertThat(told.criteria(2, "จัด 4 ครั้ง", "จัด 2 ครั้ง", 1).gaps(1))
                .containsExactly(CRITERIA_CHANGED_THOUGH_REFUSED);
    }
}
