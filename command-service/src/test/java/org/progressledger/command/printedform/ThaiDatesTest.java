package org.progressledger.command.printedform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates in all the forms in which they are printed. */
class ThaiDatesTest {
    @ParameterizedTest
    @CsvSource({
        "2020-10-01, 2020-10-01",
        "28/10/2563, 2020-10-28",
        "1/2/64, 2021-02-01",
        "28 มกราคม 2564, 2021-01-28",
        "27 เม.ย.64, 2021-04-27",
        "27 เมย 2564, 2021-04-27",
        "5 พ.ค. พ.ศ. 2564, 2021-05-05",
        "9 ก.ค. 2564, 2021-07-09",
        "9 ก.พ. 2564, 2021-02-09",
        "17 - 19 มีนาคม 2564, 2021-03-17",
        "17 ถึง 19 มีนาคม 2564, 2021-03-17",
        "17-19 มี.ค. 64, 2021-03-17",
        "17 และ 19 มีนาคม 2564, 2021-03-17 2021-03-19",
        "'17, 18 และ 20 มีนาคม 2564', 2021-03-17 2021-03-18 2021-03-20",
        "17 - 18 และ 20 มีนาคม 2564, 2021-03-17 2021-03-20",
        "30 มีนาคม - 2 เมษายน 2564, 2021-03-30",
        "30 มี.ค. ถึง 2 เม.ย. 64, 2021-03-30",
        "'ครั้งที่ 1, 5 มีนาคม 2564', 2021-03-05",
        "รุ่นที่ 2 - 5 มีนาคม 2564, 2021-03-05",
        "2020-10-01 00:00:00, 2020-10-01",
        "2020-10-01T00:00:00.000, 2020-10-01",
        "28-10-2563, 2020-10-28",
        "28.10.2563, 2020-10-28",
        "28 / 10 / 2563, 2020-10-28",
        "28/10/63, 2020-10-28",
        "28 ม.ค. 2564, 2021-01-28",
        "28มกราคม2564, 2021-01-28",
        "28 เดือนมกราคม พ.ศ. 2564, 2021-01-28",
        "28 มกราคม พุทธศักราช 2564, 2021-01-28",
        "28 January 2564 28 มกราคม 2021, 2021-01-28",
        "5 กรกฏาคม 2564, 2021-07-05",
        "5 พฤษจิกายน 2564, 2021-11-05",
        "5 กุมภาพันธุ์ 2564, 2021-02-05",
        "5 สิงหาคน 2564, 2021-08-05"
    })
    void a_date_is_read_as_the_office_writes_it(String written, String date) {
        assertThat(ThaiDates.in(written, 0, written.length()))
                .singleElement()
                .satisfies(read -> assertThat(
                                read.days().stream().map(Object::toString).collect(Collectors.joining(" ")))
                        .isEqualTo(date));
    }

    @Test
    void thai_digits_are_read_and_a_misspelt_month_is_told_from_a_right_one() {
        String folded = Folding.of("๒๘ มกราคม พ.ศ. ๒๕๖๔ และ ๕ กรกฏาคม ๒๕๖๔").text();

        assertThat(ThaiDates.in(folded, 0, folded.length()))
                .extracting(read -> read.days().getFirst() + " " + read.asSpelt())
                .containsExactly("2021-01-28 true", "2021-07-05 false");
    }

    @ParameterizedTest
    @CsvSource({
        "5 มรนาคม 2564",
        "5 โครงการ 2564",
        "5 กรกฏาคม 64",
        "28.10.63",
        "5.1.1",
        "1/2564",
        "มีนาคม 2564",
        "31/02/2564",
        "30 กุมภาพันธ์ 2564",
        "0502/0333/12",
        "08.00-16.30"
    })
    void what_is_no_date_is_not_read_as_one(String written) {
        assertThat(ThaiDates.in(written, 0, written.length())).isEmpty();
    }
}
