package org.progressledger.command.printedform;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Baht;
import org.progressledger.events.LineRange;
import org.progressledger.events.Percent;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;

/**
 * One progress report: a date line, its words and the percent line that follows.
 *
 * @param reportNo (ครั้งที่ n) of the percent line: the true number
 * @param labelNo รายงานครั้งที่ n of the row in which the date stands: layout, kept and never trusted
 * @param narrative the same words without tags, labels and page headers; lines and paragraphs parted by one line feed
 * @param narrativeRaw the source from the date mark to the percent mark, tags, labels and page headers included
 * @param schedulePrinted the words of the status, empty where nothing is printed
 * @param lines that hold the label, the date, the words and the percentage
 */
public record PrintedReport(
        int reportNo,
        @Nullable Integer labelNo,
        LocalDate reportedOn,
        String narrative,
        String narrativeRaw,
        Percent percent,
        Baht disbursed,
        ScheduleStatus scheduleStatus,
        String schedulePrinted,
        TargetStatus targetStatus,
        String targetPrinted,
        List<LineRange> lines) {
    public PrintedReport {
        lines = List.copyOf(lines);
    }
}
