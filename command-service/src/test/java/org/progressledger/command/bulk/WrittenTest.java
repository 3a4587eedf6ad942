package org.progressledger.command.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;

class WrittenTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "33,750.- | 33750.00",
                "33,750.00 | 33750.00",
                "๓๓,๗๕๐.๕๐ | 33750.50",
                "33750 | 33750.00",
                "฿1,000,000 | 1000000.00",
                "0 | 0.00",
                "4,500.- บาท | 4500.00",
                "12.50 บาท | 12.50",
                "1,250 -  | 1250.00"
            })
    void amounts_are_read_as_people_write_them(String written, BigDecimal baht) {
        assertThat(Written.amount(written))
                .hasValueSatisfying(found -> assertThat(found.value()).isEqualTo(baht));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"33.750,00", "3,37,50", "1,23", "-5", "(500)", "12.345", "1e5", "ไม่มี", "999999999999999999"})
    void what_is_no_amount_is_not_guessed(String written) {
        assertThat(Written.amount(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "86.4,86.40",
        "86.40 %,86.40",
        "๘๖.๔,86.40",
        "ร้อยละ 15,15.00",
        "100.00%,100.00",
        "0,0.00",
        "25.000,25.00"
    })
    void percentages_are_read_as_people_write_them(String written, BigDecimal percent) {
        assertThat(Written.percent(written))
                .hasValueSatisfying(found -> assertThat(found.value()).isEqualTo(percent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100.01", "86.456", "-1", "86,4", "86.4.1", "%", "เต็ม"})
    void what_is_no_percentage_is_not_guessed(String written) {
        assertThat(Written.percent(written)).isEmpty();
    }

    @Test
    void codes_and_numbers_are_read_as_people_write_them() {
        for (String code : new String[] {
            "50470000-3298", "๕๐๔๗๐๐๐๐-๓๒๙๘", "50470000 – 3298", "504700003298", "\u200b50470000-3298", "50470000 3298"
        }) {
            assertThat(Written.code(code))
                    .as(code)
                    .hasValueSatisfying(found -> assertThat(found.text()).isEqualTo("50470000-3298"));
        }
        assertThat(Written.code("5047-3298")).isEmpty();
        for (String number : new String[] {"5", "ครั้งที่ 5", "(ครั้งที่ ๕)", "รายงานครั้งที่5"}) {
            assertThat(Written.reportNo(number)).as(number).contains(5);
        }
        assertThat(Written.reportNo("0")).isEmpty();
        assertThat(Written.reportNo("5.5")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2021-02-24,",
        "2564-02-24,",
        "2021-02-24T00:00:00.000Z,",
        "2021-02-24 00:00:00,",
        "24/02/2564,",
        "24/2/64,",
        "๒๔/๐๒/๒๕๖๔,",
        "24-02-2564 09:30,",
        "24.2.2564,",
        "24 ก.พ. 2564,",
        "24 กุมภาพันธ์ ๒๕๖๔,",
        "24 ก.พ.64,",
        "24 กุมภาพันธ์ พ.ศ. 2564,",
        "วันพุธที่ 24 กุมภาพันธ์ 2564,",
        "24/02/2021,"
    })
    void days_are_read_as_people_write_them(String written, BulkReason look) {
        assertThat(WrittenDay.of(written)).contains(new WrittenDay(LocalDate.of(2021, 2, 24), look));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/02/2564",
                "2/24/2021",
                "24/2/21",
                "กุมภาพันธ์ 2564",
                "17 - 19 มีนาคม 2564",
                "1/2564",
                "44251",
                "24/02/3564",
                "เร็ว ๆ นี้",
                "24/02/1800"
            })
    void what_is_no_day_is_not_guessed(String written) {
        assertThat(WrittenDay.of(written)).isEmpty();
    }

    @Test
    void a_day_that_might_be_a_month_is_said() {
        assertThat(WrittenDay.of("02/03/2021"))
                .contains(new WrittenDay(LocalDate.of(2021, 3, 2), BulkReason.DAY_TAKEN_BEFORE_MONTH));
        assertThat(WrittenDay.of("03/03/2021")).contains(new WrittenDay(LocalDate.of(2021, 3, 3), null));
    }

    @Test
    void a_buddhist_year_in_a_calendar_by_christ_is_noticed() {
        assertThat(WrittenDay.of(LocalDate.of(2564, 2, 24)))
                .contains(new WrittenDay(LocalDate.of(2021, 2, 24), BulkReason.YEAR_TAKEN_AS_BUDDHIST));
        // a leap day there that was none here
        assertThat(WrittenDay.of(LocalDate.of(2568, 2, 29))).isEmpty();
    }

    @Test
    void statuses_are_words_whose_meaning_is_plain() {
        assertThat(StatusWords.schedule("เป็นไปตามแผน")).contains(ScheduleStatus.ON_PLAN);
        assertThat(StatusWords.schedule(": ล่าช้ากว่าแผน")).contains(ScheduleStatus.BEHIND);
        assertThat(StatusWords.schedule("On Plan")).contains(ScheduleStatus.ON_PLAN);
        assertThat(StatusWords.schedule("ไม่เป็นไปตามแผน")).isEmpty();
        assertThat(StatusWords.target("ไม่เป็นไปตามเป้าหมาย")).contains(TargetStatus.OFF_TARGET);
        assertThat(StatusWords.target("on_target")).contains(TargetStatus.ON_TARGET);
        assertThat(StatusWords.target("เกือบ")).isEmpty();
    }
}
