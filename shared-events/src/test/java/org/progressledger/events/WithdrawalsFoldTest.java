package org.progressledger.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.progressledger.events.Given.CODE;
import static org.progressledger.events.Given.report;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A fact that was recorded by mistake, seen from before and after, on both axes of time. */
class WithdrawalsFoldTest {
    private static Given threeReports() {
        return Given.aRegisteredProject()
                .recorded("2020-10-28T03:00:00Z", report(1, "2020-10-28", "10"))
                .recorded("2020-11-27T03:00:00Z", report(2, "2020-11-27", "20"))
                .recorded("2020-12-30T03:00:00Z", report(3, "2020-12-30", "50"));
    }

    private static Given anActivityWithdrawn() {
        return threeReports()
                .recorded("2021-01-10T03:00:00Z", new ActivityHeld(CODE, LocalDate.parse("2020-12-01"), "ประชุม"))
                .recorded("2021-01-20T03:00:00Z", new FactWithdrawn(CODE, 4, "activity-held"));
    }

    @Test
    void a_withdrawn_fact_counts_no_more_from_its_own_date_on() {
        assertThat(anActivityWithdrawn().on("2020-12-01").activities()).isEmpty();
        assertThat(anActivityWithdrawn().on("2021-02-01").activities()).isEmpty();
        assertThat(anActivityWithdrawn().on("2020-12-01").withdrawn())
                .extracting(each -> each.fact().sequence(), each -> each.by().sequence())
                .containsExactly(tuple(4L, 5L));
        assertThat(anActivityWithdrawn().on("2020-11-30").withdrawn())
                .as("neither had happened")
                .isEmpty();
    }

    @Test
    void it_counted_for_those_who_did_not_know_of_the_withdrawal() {
        assertThat(anActivityWithdrawn().on("2021-02-01", "2021-01-19").activities())
                .hasSize(1);
        assertThat(anActivityWithdrawn().on("2021-02-01", "2021-01-19").withdrawn())
                .isEmpty();
        assertThat(anActivityWithdrawn().on("2021-02-01", "2021-01-09").activities())
                .isEmpty();
        assertThat(anActivityWithdrawn().on("2021-02-01", "2021-01-20").activities())
                .isEmpty();
    }

    @Test
    void both_stay_among_the_facts_at_the_same_date() {
        assertThat(anActivityWithdrawn().history().facts().subList(4, 6))
                .extracting(fact -> fact.happenedOn().toString())
                .containsExactly("2020-12-01", "2020-12-01");
        assertThat(anActivityWithdrawn().on("2021-02-01").version()).isEqualTo(6);
    }

    @Test
    void a_letter_without_a_date_is_withdrawn_at_the_day_of_its_recording() {
        Given given = threeReports()
                .recorded("2021-01-10T03:00:00Z", new LetterCited(CODE, new Letter("กท 1", null, null)))
                .recorded("2021-01-20T03:00:00Z", new FactWithdrawn(CODE, 4, "letter-cited"));

        assertThat(given.history().facts().getLast().happenedOn()).isEqualTo("2021-01-10");
        assertThat(given.on("2021-01-10").letters()).isEmpty();
        assertThat(given.on("2021-01-15", "2021-01-15").letters()).hasSize(1);
    }
}
