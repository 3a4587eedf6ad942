package org.progressledger.command.printedform;

import java.time.LocalDate;
import org.progressledger.events.Baht;
import org.progressledger.events.Percent;

/** What gives the rows of the reports their structure. Offsets are of the paper's text. */
sealed interface Mark {
    int start();

    int end();

    /** {@code รายงานครั้งที่ n} at the beginning of a line. */
    record RowLabel(int start, int end, int number, String misspelling) implements Mark {}

    /** The form's title or a page number, printed again where a page begins. */
    record PageLine(int start, int end) implements Mark {}

    /** {@code :: d/m/yyyy :}. */
    record DateMark(int start, int end, LocalDate date) implements Mark {}

    /** {@code :: ความก้าวหน้าของงานฯ = p % งบประมาณที่เบิกใช้ (ครั้งที่ n) = b บาท : … : …}. */
    record PercentMark(int start, int end, Percent percent, int reportNo, Baht disbursed, Statuses statuses)
            implements Mark {}
}
