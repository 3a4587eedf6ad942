package org.progressledger.query.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.events.Baht;
import org.progressledger.query.projection.EnglishText;
import org.progressledger.query.projection.Views.Summary;

class SentencesTest {
    @Test
    void an_amount_has_its_commas_and_two_digits_in_both_languages() {
        Baht amount = new Baht(new BigDecimal("1234567.5"));
        assertThat(Sentences.say("ได้รับ %s บาท", "%s baht were allocated", amount))
                .isEqualTo(new Summary("ได้รับ 1,234,567.50 บาท", "1,234,567.50 baht were allocated"));
        assertThat(EnglishText.amount(new BigDecimal("0"))).isEqualTo("0.00");
        assertThat(EnglishText.amount(Baht.MOST)).isEqualTo("99,999,999,999,999.99");
    }

    @Test
    void English_days_and_months_are_written_as_people_read_them() {
        assertThat(Sentences.say(
                                "%s",
                                List.of("1 ต.ค. 2566"),
                                "on %s in %s",
                                List.of(LocalDate.of(2023, 10, 1), YearMonth.of(2023, 10)))
                        .en())
                .isEqualTo("on 1 Oct 2023 in Oct 2023");
    }
}
