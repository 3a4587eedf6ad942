package org.progressledger.command.project;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.progressledger.command.project.ProjectCommand.AmendDetails;
import org.progressledger.command.project.ProjectCommand.NewDetails;
import org.progressledger.events.Amended;
import org.progressledger.events.Baht;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.Letter;
import org.progressledger.events.Objective;
import org.progressledger.events.Period;
import org.progressledger.events.PersonalData;
import org.progressledger.events.PrintedIndicator;
import org.progressledger.events.ProjectCancelled;
import org.progressledger.events.ProjectDetailsAmended;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.StrategyLink;
import org.progressledger.problems.Term;

class AmendmentRulesTest extends OfficeHistory {
    private static final Letter LETTER = new Letter("กท 9", TODAY, null);

    private static AmendDetails amend(@Nullable LocalDate effectiveOn, NewDetails details) {
        return new AmendDetails(CODE, effectiveOn, details, "มติที่ประชุม", LETTER);
    }

    private static NewDetails name(String name) {
        return new NewDetails(name, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static NewDetails period(@Nullable String startsOn, @Nullable String endsOn) {
        return new NewDetails(
                null,
                null,
                startsOn == null ? null : day(startsOn),
                endsOn == null ? null : day(endsOn),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static NewDetails spent(String baht) {
        return new NewDetails(
                null, null, null, null, null, Baht.of(baht), null, null, null, null, null, null, null, null);
    }

    private static ProjectDetailsAmended renamed(@Nullable LocalDate effectiveOn, String before, String after) {
        return new ProjectDetailsAmended(
                CODE,
                effectiveOn,
                new Amended<>(before, after),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                LETTER);
    }

    @Test
    void an_amendment_tells_what_was_before_and_after_the_letter_and_why() {
        given(registered());

        accepted(
                when(amend(day("2021-06-20"), name("โครงการใหม่"))),
                renamed(day("2021-06-20"), "โครงการ", "โครงการใหม่"),
                "มติที่ประชุม");
        accepted(when(amend(null, name("โครงการใหม่"))), renamed(null, "โครงการ", "โครงการใหม่"), "มติที่ประชุม");
    }

    private static final List<Objective> OBJECTIVES = List.of(new Objective("1", "เพื่อ"));
    private static final List<PrintedIndicator> INDICATORS = List.of(new PrintedIndicator(1, null, "ระดับ"));
    private static final StrategyLink STRATEGY = new StrategyLink("แผน", null, null, null);
    private static final ResponsibleAgency AGENCY = new ResponsibleAgency("เขต", "ฝ่าย", null);
    private static final PersonalData SEALED = new PersonalData("p-1", "c2VhbGVk");
    private static final NewDetails EVERYTHING = new NewDetails(
            "ใหม่",
            FiscalYear.of(2565),
            day("2020-11-01"),
            day("2021-12-31"),
            Baht.of("1000"),
            Baht.of("500"),
            AGENCY,
            SEALED,
            SEALED,
            "เหตุผล",
            OBJECTIVES,
            "เป้า",
            STRATEGY,
            INDICATORS);

    @Test
    void every_detail_of_the_form_may_be_amended_at_once() {
        given(registered());

        accepted(
                when(amend(TODAY, EVERYTHING)),
                new ProjectDetailsAmended(
                        CODE,
                        TODAY,
                        new Amended<>("โครงการ", "ใหม่"),
                        new Amended<>(FiscalYear.of(2564), FiscalYear.of(2565)),
                        new Amended<>(registered().period(), new Period(day("2020-11-01"), day("2021-12-31"))),
                        new Amended<>(Baht.ZERO, Baht.of("1000")),
                        new Amended<>(null, Baht.of("500")),
                        new Amended<>(registered().agency(), AGENCY),
                        new Amended<>(null, SEALED),
                        new Amended<>(null, SEALED),
                        new Amended<>(null, "เหตุผล"),
                        new Amended<>(List.of(), OBJECTIVES),
                        new Amended<>(null, "เป้า"),
                        new Amended<>(null, STRATEGY),
                        new Amended<>(List.of(), INDICATORS),
                        LETTER),
                "มติที่ประชุม");
    }

    @Test
    void what_an_amendment_does_not_name_stays_as_it_is() {
        given(registered());
        asked(amend(TODAY, EVERYTHING));

        accepted(when(amend(TODAY, name("ใหม่กว่า"))), renamed(TODAY, "ใหม่", "ใหม่กว่า"), "มติที่ประชุม");
    }

    @Test
    void what_is_given_as_it_stands_is_no_amendment() {
        given(registered());

        refused(when(amend(TODAY, name("โครงการ"))), Refusal.AMENDMENT_CHANGES_NOTHING);
        refused(when(amend(TODAY, period("2020-10-01", "2021-09-30"))), Refusal.AMENDMENT_CHANGES_NOTHING);
    }

    @Test
    void blank_is_not_nothing_spent() {
        given(registered());

        lawful(when(amend(TODAY, spent("0"))));
    }

    @Test
    void a_project_may_end_on_the_day_on_which_it_starts_but_not_before() {
        given(registered());

        lawful(when(amend(TODAY, period(null, "2020-10-01"))));
        refused(
                when(amend(TODAY, period(null, "2020-09-30"))),
                Refusal.PERIOD_IS_REVERSED,
                "startsOn",
                day("2020-10-01"),
                "endsOn",
                day("2020-09-30"));
        refused(
                when(amend(TODAY, period("2021-10-01", null))),
                Refusal.PERIOD_IS_REVERSED,
                "startsOn",
                day("2021-10-01"),
                "endsOn",
                day("2021-09-30"));
    }

    @Test
    void refuses_to_slip_an_amendment_in_before_a_later_one_of_the_same_detail() {
        given(registered());
        asked(amend(day("2021-05-10"), name("ข")));

        refused(
                when(amend(day("2021-05-09"), name("ค"))),
                Refusal.AMENDED_LATER_ALREADY,
                "detail",
                new Term("detail.name", "name"),
                "since",
                day("2021-05-10"),
                "given",
                day("2021-05-09"));
        accepted(when(amend(day("2021-05-10"), name("ค"))), renamed(day("2021-05-10"), "ข", "ค"), "มติที่ประชุม");
    }

    @Test
    void an_amendment_of_another_detail_may_be_recorded_late() {
        given(registered());
        asked(amend(day("2021-05-10"), name("ข")));

        lawful(when(amend(day("2021-05-09"), spent("500"))));
    }

    @Test
    void an_amendment_without_a_date_holds_from_today() {
        given(registered());
        asked(amend(TOMORROW, name("ข")));

        refused(
                when(amend(null, name("ค"))),
                Refusal.AMENDED_LATER_ALREADY,
                "detail",
                new Term("detail.name", "name"),
                "since",
                TOMORROW,
                "given",
                TODAY);
        today = TOMORROW;
        lawful(when(amend(null, name("ค"))));
    }

    @Test
    void a_cancelled_project_may_be_amended_and_stretched_beyond_its_fiscal_year() {
        given(registered(), new ProjectCancelled(CODE, TODAY, null));

        lawful(when(amend(TODAY, period("2019-01-01", "2022-12-31"))));
    }
}
