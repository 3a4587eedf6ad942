package org.progressledger.command.project;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.command.project.ProjectCommand.DecideAppeal;
import org.progressledger.command.project.ProjectCommand.FileAppeal;
import org.progressledger.command.project.ProjectCommand.ReviewAppeal;
import org.progressledger.command.project.ProjectCommand.WithdrawAppeal;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.AppealReviewed;
import org.progressledger.events.AppealStage;
import org.progressledger.events.AppealWithdrawn;
import org.progressledger.events.CriteriaChange;
import org.progressledger.events.IndicatorAdopted;
import org.progressledger.events.IndicatorId;
import org.progressledger.events.IndicatorKind;
import org.progressledger.events.Letter;
import org.progressledger.events.ProjectCompleted;
import org.progressledger.events.ReviewOutcome;

class AppealRulesTest extends OfficeHistory {
    private static final Letter LETTER = new Letter("กท 5", day("2021-06-01"), null);
    private static final IndicatorId INDICATOR = IndicatorId.of("5047-0895");

    private static FileAppeal file(int round, String date) {
        return new FileAppeal(CODE, round, day(date), "โควิด", "ปรับเกณฑ์", LETTER);
    }

    private static FileAppeal file(int round) {
        return file(round, "2021-06-10");
    }

    private static DecideAppeal decide(int round, String date) {
        return decide(round, date, null);
    }

    private static DecideAppeal decide(int round, String date, @Nullable IndicatorId indicator) {
        return new DecideAppeal(
                CODE, round, day(date), AppealOutcome.GRANTED, new CriteriaChange("เดิม", "ใหม่", indicator), LETTER);
    }

    private static WithdrawAppeal takeBack(int round, String date) {
        return new WithdrawAppeal(CODE, round, day(date), "เปลี่ยนใจ", LETTER);
    }

    private static ReviewAppeal review(int round, @Nullable String date) {
        return new ReviewAppeal(
                CODE, round, date == null ? null : day(date), ReviewOutcome.INCONCLUSIVE, "ไม่มีเอกสาร");
    }

    // --- filing ---

    @Test
    void a_filing_tells_round_day_grounds_what_is_asked_and_letter() {
        given(registered());

        accepted(when(file(1)), new AppealFiled(CODE, 1, day("2021-06-10"), "โควิด", "ปรับเกณฑ์", LETTER));
    }

    @Test
    void an_appeal_is_filed_today_at_the_latest() {
        given(registered());

        lawful(when(file(1, "2021-06-15")));
        refused(when(file(1, "2021-06-16")), Refusal.DATE_IN_THE_FUTURE, "given", TOMORROW, "today", TODAY);
    }

    @Test
    void refuses_a_round_while_one_is_open_and_one_not_above_those_filed() {
        given(registered());
        asked(file(2));
        refused(when(file(3)), Refusal.APPEAL_STILL_OPEN, "round", 2);
        refused(when(file(1)), Refusal.APPEAL_STILL_OPEN, "round", 2);

        asked(decide(2, "2021-06-12"), COORDINATOR);
        refused(when(file(2, "2021-06-12")), Refusal.ROUND_NOT_ABOVE_FILED, "highest", 2, "given", 2);
        refused(when(file(1, "2021-06-12")), Refusal.ROUND_NOT_ABOVE_FILED, "highest", 2, "given", 1);
        lawful(when(file(3, "2021-06-12")));
    }

    @Test
    void a_skipped_round_is_lawful() {
        given(registered());
        lawful(when(file(7)));

        asked(file(1));
        asked(takeBack(1, "2021-06-12"));
        lawful(when(file(5, "2021-06-12")));
    }

    @Test
    void refuses_a_round_dated_when_an_earlier_one_was_still_open() {
        given(registered());
        asked(file(1));
        asked(decide(1, "2021-06-12"), COORDINATOR);

        refused(
                when(file(2, "2021-06-11")),
                Refusal.FILED_BEFORE_LAST_CLOSED,
                "closedOn",
                day("2021-06-12"),
                "given",
                day("2021-06-11"));
        lawful(when(file(2, "2021-06-12")));

        asked(file(2, "2021-06-12"));
        asked(takeBack(2, "2021-06-14"));
        refused(
                when(file(3, "2021-06-13")),
                Refusal.FILED_BEFORE_LAST_CLOSED,
                "closedOn",
                day("2021-06-14"),
                "given",
                day("2021-06-13"));
        lawful(when(file(3, "2021-06-14")));
    }

    @Test
    void an_appeal_may_be_filed_and_decided_after_completion() {
        given(registered(), new ProjectCompleted(CODE, day("2021-06-01"), null, null));

        asked(file(1));
        lawful(when(decide(1, "2021-06-12"), COORDINATOR));
    }

    // --- decision ---

    @Test
    void a_decision_tells_day_outcome_criteria_before_and_after_and_letter() {
        given(registered());
        asked(file(1));

        accepted(
                when(decide(1, "2021-06-12"), COORDINATOR),
                new AppealDecided(
                        CODE,
                        1,
                        day("2021-06-12"),
                        AppealOutcome.GRANTED,
                        new CriteriaChange("เดิม", "ใหม่", null),
                        LETTER));
    }

    @Test
    void nobody_decides_the_own_filing_whatever_the_role() {
        given(registered());
        asked(file(1));
        Asker promoted = new Asker("officer-5047", Role.COORDINATOR, null, List.of());
        refused(when(decide(1, "2021-06-12"), promoted), Refusal.OWN_FILING);

        asked(decide(1, "2021-06-12"), COORDINATOR);
        asked(file(2, "2021-06-13"), COORDINATOR);
        refused(when(decide(2, "2021-06-13"), COORDINATOR), Refusal.OWN_FILING);
        lawful(when(decide(2, "2021-06-13"), new Asker("coordinator-2", Role.COORDINATOR, null, List.of())));
    }

    @Test
    void a_decision_lies_between_the_filing_and_today_both_included() {
        given(registered());
        asked(file(1));

        refused(
                when(decide(1, "2021-06-09"), COORDINATOR),
                Refusal.DECIDED_BEFORE_FILED,
                "filedOn",
                day("2021-06-10"),
                "given",
                day("2021-06-09"));
        lawful(when(decide(1, "2021-06-10"), COORDINATOR));
        lawful(when(decide(1, "2021-06-15"), COORDINATOR));
        refused(
                when(decide(1, "2021-06-16"), COORDINATOR),
                Refusal.DATE_IN_THE_FUTURE,
                "given",
                TOMORROW,
                "today",
                TODAY);
    }

    @Test
    void refuses_to_decide_what_was_not_filed_or_is_decided_or_was_taken_back() {
        given(registered());
        refused(when(decide(1, "2021-06-12"), COORDINATOR), Refusal.APPEAL_NOT_FILED, "round", 1);

        asked(file(1));
        refused(when(decide(2, "2021-06-12"), COORDINATOR), Refusal.APPEAL_NOT_FILED, "round", 2);
        asked(decide(1, "2021-06-12"), COORDINATOR);
        refused(when(decide(1, "2021-06-13"), COORDINATOR), Refusal.APPEAL_ALREADY_DECIDED, "round", 1);

        asked(file(2, "2021-06-13"));
        asked(takeBack(2, "2021-06-13"));
        refused(when(decide(2, "2021-06-13"), COORDINATOR), Refusal.APPEAL_WAS_WITHDRAWN, "round", 2);
    }

    @Test
    void a_decision_about_an_indicator_needs_one_that_is_adopted() {
        given(registered());
        asked(file(1));
        refused(
                when(decide(1, "2021-06-12", INDICATOR), COORDINATOR),
                Refusal.INDICATOR_NOT_FOUND,
                "indicator",
                INDICATOR);

        given(new IndicatorAdopted(CODE, INDICATOR, null, "ร้อยละ", IndicatorKind.OUTPUT, "ร้อยละ", null, null, null));
        lawful(when(decide(1, "2021-06-12", INDICATOR), COORDINATOR));
    }

    // --- taking back ---

    @Test
    void taking_back_tells_day_letter_and_why() {
        given(registered());
        asked(file(1));

        accepted(when(takeBack(1, "2021-06-12")), new AppealWithdrawn(CODE, 1, day("2021-06-12"), LETTER), "เปลี่ยนใจ");
    }

    @Test
    void a_round_is_taken_back_between_its_filing_and_today_both_included() {
        given(registered());
        asked(file(1));

        refused(
                when(takeBack(1, "2021-06-09")),
                Refusal.WITHDRAWN_BEFORE_FILED,
                "filedOn",
                day("2021-06-10"),
                "given",
                day("2021-06-09"));
        lawful(when(takeBack(1, "2021-06-10")));
        lawful(when(takeBack(1, "2021-06-15")));
        refused(when(takeBack(1, "2021-06-16")), Refusal.DATE_IN_THE_FUTURE, "given", TOMORROW, "today", TODAY);
    }

    @Test
    void refuses_to_take_back_what_was_not_filed_or_is_decided_or_was_taken_back() {
        given(registered());
        refused(when(takeBack(1, "2021-06-12")), Refusal.APPEAL_NOT_FILED, "round", 1);

        asked(file(1));
        asked(decide(1, "2021-06-12"), COORDINATOR);
        refused(when(takeBack(1, "2021-06-12")), Refusal.APPEAL_ALREADY_DECIDED, "round", 1);

        asked(file(2, "2021-06-13"));
        asked(takeBack(2, "2021-06-13"));
        refused(when(takeBack(2, "2021-06-13")), Refusal.APPEAL_WAS_WITHDRAWN, "round", 2);
    }

    // --- review ---

    @Test
    void a_review_tells_what_was_found_and_when() {
        given(registered());
        asked(file(1));

        accepted(
                when(review(1, "2021-06-15"), REVIEWER),
                new AppealReviewed(CODE, 1, TODAY, ReviewOutcome.INCONCLUSIVE, "ไม่มีเอกสาร"));
        accepted(
                when(review(1, null), REVIEWER),
                new AppealReviewed(CODE, 1, null, ReviewOutcome.INCONCLUSIVE, "ไม่มีเอกสาร"));
        refused(when(review(1, "2021-06-16"), REVIEWER), Refusal.DATE_IN_THE_FUTURE, "given", TOMORROW, "today", TODAY);
    }

    @Test
    void a_round_that_only_a_narrative_speaks_of_may_be_reviewed_and_no_other() {
        given(registered());
        refused(when(review(2, null), REVIEWER), Refusal.APPEAL_NOT_FILED, "round", 2);

        given(new AppealCited(CODE, null, AppealStage.DECIDED, true, TODAY, "มีผลแล้ว"));
        refused(when(review(2, null), REVIEWER), Refusal.APPEAL_NOT_FILED, "round", 2);

        given(new AppealCited(CODE, 2, AppealStage.AWAITING_RESULT, true, TODAY, "รอผล"));
        lawful(when(review(2, null), REVIEWER));
    }

    @Test
    void a_round_may_be_reviewed_again() {
        given(registered());
        asked(file(1));
        asked(review(1, null), REVIEWER);

        lawful(when(review(1, null), REVIEWER));
    }
}
