package org.progressledger.query.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.events.ProjectStatus;
import org.progressledger.problems.Language;
import org.progressledger.problems.MessageBundle;
import org.progressledger.problems.Texts;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.overview.Brief;
import org.progressledger.query.overview.Briefs;
import org.progressledger.query.start.StartPage.Duties;

class DutiesOfTest {
    private static final Frame FRAME = new Frame(
            Language.EN,
            new Texts(List.of(new MessageBundle("messages/pages"))),
            null,
            true,
            List.of(),
            null,
            "",
            "",
            "",
            null,
            null);

    private static Duties on(String day, Brief... projects) {
        return DutiesOf.projects(
                List.of(projects),
                LocalDate.parse(day),
                month -> month.atEndOfMonth().plusDays(15),
                FRAME);
    }

    @Test
    void what_was_sent_back_comes_first_then_what_is_late_then_what_is_due() {
        Brief due = Briefs.of("50470000-0001", ProjectStatus.ACTIVE, 0, List.of("2020-11", "2020-12"), List.of());
        Brief late = Briefs.of("50470000-0002", ProjectStatus.ACTIVE, 0, List.of("2020-10", "2020-11"), List.of());
        Brief returned = Briefs.of(
                "50470000-0003",
                ProjectStatus.ACTIVE,
                0,
                List.of(),
                List.of(new Brief.Returned(3, "ไม่มีภาพกิจกรรม", LocalDate.parse("2020-12-01"))));

        Duties duties = on("2020-12-01", due, late, returned);

        assertThat(duties.rows())
                .extracting(StartPage.Duty::what)
                .containsExactly(
                        "Mend report 3, which was returned",
                        "Report for Oct 20 and 1 more months",
                        "Report for Nov 20 and 1 more months");
        assertThat(duties.rows())
                .extracting(StartPage.Duty::when)
                .containsExactly("returned on", "16 days late, was due", "in 14 days, due");
        assertThat(duties.rows())
                .extracting(StartPage.Duty::address)
                .containsExactly(
                        "/projects/50470000-0003/report",
                        "/projects/50470000-0002/report?month=2020-10",
                        "/projects/50470000-0001/report?month=2020-11");
        assertThat(duties.rows().getFirst().reason()).isEqualTo("ไม่มีภาพกิจกรรม");
    }

    @Test
    void a_month_that_has_not_begun_is_nobodys_duty() {
        assertThat(on("2020-11-30", Briefs.of("50470000-0001", ProjectStatus.ACTIVE, 0, List.of("2020-12"), List.of()))
                        .rows())
                .isEmpty();
    }
}
