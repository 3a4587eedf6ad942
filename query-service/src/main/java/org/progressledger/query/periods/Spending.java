package org.progressledger.query.periods;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.periods.Sheet.Handed;
import org.progressledger.query.periods.Sheet.Head;

/**
 * What is stated of a project's money on a day, in baht.
 *
 * @param stated งบประมาณที่ใช้ไป as last stated for the whole project; null where nothing is
 * @param statedOn the day of that statement
 * @param position of the event that states it
 * @param sumOfReports what all reports state together, of whichever year; null where none states an amount
 * @param lastOfReports what the last one states that states one
 */
record Spending(
        @Nullable BigDecimal stated,
        LocalDate statedOn,
        long position,
        @Nullable BigDecimal sumOfReports,
        @Nullable BigDecimal lastOfReports,
        Reading reading) {

    /** How the reports' amounts fit what is stated: the form does not say what they mean. */
    enum Reading {
        /** Only as amounts of each report: their sum fits. */
        EACH,
        /** Only as all that was disbursed so far: the last one fits. */
        SO_FAR,
        /** Both ways. */
        EITHER,
        /** In no way. */
        NEITHER,
        /** There is nothing to compare. */
        UNKNOWN
    }

    static Spending of(OnDay project) {
        Head head = project.head();
        List<BigDecimal> amounts = project.reports().stream()
                .map(Handed::disbursed)
                .filter(Objects::nonNull)
                .toList();
        BigDecimal sum = amounts.isEmpty() ? null : amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal last = amounts.isEmpty() ? null : amounts.getLast();
        return new Spending(
                head.spent(), head.spentFrom(), head.spentEvent(), sum, last, reading(head.spent(), sum, last));
    }

    private static Reading reading(@Nullable BigDecimal stated, @Nullable BigDecimal sum, @Nullable BigDecimal last) {
        if (stated == null || sum == null || last == null) {
            return Reading.UNKNOWN;
        }
        boolean fitsSum = stated.compareTo(sum) == 0;
        boolean fitsLast = stated.compareTo(last) == 0;
        return fitsSum && fitsLast
                ? Reading.EITHER
                : fitsSum ? Reading.EACH : fitsLast ? Reading.SO_FAR : Reading.NEITHER;
    }
}
