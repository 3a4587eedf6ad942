package org.progressledger.query.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.AppealStage;
import org.progressledger.events.CriteriaChange;
import org.progressledger.query.appeals.CriteriaCompared.ToldBy;
import org.progressledger.query.projection.ReportViews.PercentChangeView;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.projection.Views.TimelineEntry;

class StorytellerTest {
    /** Positions 100 to 109. */
    private static Told told() {
        return Told.begins()
                .indicator("จัด 4 ครั้ง")
                .report(1, "2021-03-30", "20")
                .scored("2021-03-31", null, "40")
                .filed(1, "2021-04-01")
                .report(2, "2021-04-10", "35")
                .decided(
                        1,
                        "2021-04-20",
                        AppealOutcome.GRANTED,
                        new CriteriaChange("จัด 4 ครั้ง", "จัด 2 ครั้ง", Told.I1))
                .criteria(2, "จัด 4 ครั้ง", "จัด 2 ครั้ง", 1)
                .report(3, "2021-04-30", "60")
                .scored("2021-05-01", 1, "50");
    }

    @Test
    void the_window_holds_the_reports_between_filing_and_decision_and_their_moves() {
        AppealStory.Waiting window = told().story(1).window();

        assertThat(window).isNotNull();
        assertThat(window.from()).isEqualTo("2021-04-01");
        assertThat(window.until()).isEqualTo("2021-04-20");
        assertThat(window.reports()).extracting(ReportView::reportNo).containsExactly(2);
        assertThat(window.percentChanges())
                .extracting(PercentChangeView::reportNo, PercentChangeView::from, PercentChangeView::to)
                .hasToString("[(2, 20.00, 35.00)]");
    }

    @Test
    void while_an_appeal_waits_its_window_is_open() {
        AppealStory story = Told.begins()
                .filed(1, "2021-04-01")
                .report(1, "2021-09-30", "90")
                .story(1);

        assertThat(story.window().until()).isNull();
        assertThat(story.window().reports()).hasSize(1);
        assertThat(story.standing().between().percent().value()).isEqualTo("90.00");
        assertThat(story.standing().after()).isNull();
    }

    @Test
    void percentage_and_score_stand_apart_before_between_and_after_each_with_its_events() {
        Standing.Around standing = told().story(1).standing();

        assertThat(standing).isNotNull();
        assertThat(standing.before().on()).isEqualTo("2021-03-31");
        assertThat(standing.before().percent().value()).isEqualTo("20.00");
        assertThat(standing.before().percent().evidence().positions()).containsExactly(102L);
        assertThat(standing.before().scores()).singleElement().satisfies(score -> {
            assertThat(score.score()).isEqualTo("40.00");
            assertThat(score.indicator()).isNull();
            assertThat(score.event().position()).isEqualTo(103);
        });
        assertThat(standing.between().percent().value()).isEqualTo("35.00");
        assertThat(standing.after().percent().value()).isEqualTo("60.00");
        assertThat(standing.after().scores()).extracting(ScoreShown::score).hasToString("[40.00, 50.00]");
    }

    @Test
    void a_quarter_is_shown_under_both_criteria_and_what_was_not_scored_is_absent() {
        Told told = told();
        assertThat(told.story(1).rescored()).singleElement().satisfies(rescored -> {
            assertThat(rescored.before().score()).isEqualTo("50.00");
            assertThat(rescored.after()).isNull();
            assertThat(rescored.change()).isNull();
        });

        told.scored("2021-05-02", 2, "100");
        assertThat(told.story(1).rescored()).singleElement().satisfies(rescored -> {
            assertThat(rescored.after().event().position()).isEqualTo(110);
            assertThat(rescored.change()).isEqualTo("50.00");
        });
    }

    @Test
    void a_blank_score_is_shown_as_blank_and_compared_with_nothing() {
        assertThat(told().scored("2021-05-02", 2, null).story(1).rescored())
                .singleElement()
                .satisfies(rescored -> {
                    assertThat(rescored.after()).isNotNull();
                    assertThat(rescored.after().score()).isNull();
                    assertThat(rescored.change()).isNull();
                });
    }

    @Test
    void criteria_are_compared_as_the_decision_tells_them_and_as_the_indicator_has_them() {
        assertThat(told().story(1).criteria())
                .extracting(CriteriaCompared::toldBy)
                .containsExactly(ToldBy.DECISION, ToldBy.INDICATOR);
        assertThat(told().story(1).criteria().getLast().evidence().positions()).containsExactly(101L, 107L);
        assertThat(told().story(1).criteria().getLast().version()).isEqualTo(2);
    }

    @Test
    void criteria_that_are_not_in_the_source_are_compared_with_nothing() {
        AppealStory story = Told.begins()
                .filed(1, "2021-04-01")
                .decided(1, "2021-04-20", AppealOutcome.GRANTED, new CriteriaChange(null, "2 ครั้ง", null))
                .story(1);

        assertThat(story.criteria()).singleElement().satisfies(criteria -> {
            assertThat(criteria.before()).isNull();
            assertThat(criteria.diff()).isNull();
        });
    }

    @Test
    void the_timeline_holds_what_belongs_to_the_appeal_and_nothing_else() {
        assertThat(told().story(1).timeline())
                .extracting(TimelineEntry::position)
                .containsExactly(104L, 105L, 106L, 107L, 109L);
    }

    @Test
    void what_is_recorded_after_the_last_finding_and_belongs_to_the_appeal_is_told() {
        Told told = told();
        assertThat(told.story(1).sinceLastReview()).isNull();

        told.reviewed(1).report(4, "2021-05-30", "70");
        assertThat(told.story(1).sinceLastReview()).as("outside the window").isEmpty();

        told.corrected(2, "35", "30");
        assertThat(told.story(1).sinceLastReview()).containsExactly(112L);
        assertThat(AppealItem.of(told.round(1)).changedSinceLastReview()).isTrue();

        told.reviewed(1);
        assertThat(told.story(1).sinceLastReview()).isEmpty();
        told.scored("2021-06-01", 2, "90");
        assertThat(told.story(1).sinceLastReview())
                .as("a score under the new criteria")
                .containsExactly(114L);
    }

    @Test
    void a_round_that_is_only_spoken_of_has_no_window_and_invents_nothing() {
        AppealStory story =
                Told.begins().cited(1, 2, AppealStage.AWAITING_RESULT, true).story(2);

        assertThat(story.filing()).isNull();
        assertThat(story.window()).isNull();
        assertThat(story.standing()).isNull();
        assertThat(story.citations()).hasSize(1);
        assertThat(story.gaps()).isNotEmpty();
        assertThat(story.timeline()).extracting(TimelineEntry::position).containsExactly(101L);
    }

    @Test
    void the_story_is_told_as_it_was_on_both_axes_of_time() {
        Told told = told();

        AppealStory before = told.story(1, LocalDate.parse("2021-04-15"), Instant.MAX);
        assertThat(before.appeal().appeal().status()).isEqualTo(AppealStatus.FILED);
        assertThat(before.standing().between().percent().value()).isEqualTo("35.00");

        AppealStory known = told.story(1, Told.AFTERWARDS, Told.FIRST.plusSeconds(60 * 5));
        assertThat(known.decision()).isNull();
        assertThat(known.timeline()).extracting(TimelineEntry::position).containsExactly(104L, 105L);
    }
}
