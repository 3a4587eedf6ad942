package org.progressledger.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.progressledger.problems.Language;
import org.progressledger.problems.MessageBundle;
import org.progressledger.problems.Texts;
import org.progressledger.query.frame.Frame;

/** On which day a new report begins. */
class ReportFormTest {
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
    private static final LocalDate TODAY = LocalDate.parse("2021-09-22");

    private static @Nullable String begins(@Nullable String month) {
        return ReportForm.prefilled(
                        NextReport.after(List.of()), month == null ? null : YearMonth.parse(month), TODAY, FRAME)
                .get("reportedOn");
    }

    @Test
    void on_the_last_day_of_the_month_that_is_owed_and_never_in_the_future() {
        assertThat(begins("2021-08")).isEqualTo("31/08/2021");
        assertThat(begins("2021-02")).isEqualTo("28/02/2021");
        assertThat(begins("2021-09")).isEqualTo("22/09/2021");
        assertThat(begins("2021-12")).isEqualTo("22/09/2021");
        assertThat(begins(null)).isEqualTo("22/09/2021");
    }
}
