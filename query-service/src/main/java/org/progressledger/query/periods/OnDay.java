package org.progressledger.query.periods;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Period;
import org.progressledger.events.PlannedMonth;
import org.progressledger.events.Quarter;
import org.progressledger.query.periods.Sheet.Halt;
import org.progressledger.query.periods.Sheet.Handed;
import org.progressledger.query.periods.Sheet.Head;
import org.progressledger.query.periods.Sheet.Plan;
import org.progressledger.query.periods.Sheet.Scored;

/**
 * A project on a day, by all that is recorded: what the fold gives for that day, as far as answers by period ask.
 *
 * @param head as it stands
 * @param reports those that count, by number
 * @param returned those that wait to be handed in again
 * @param halts with what is known of their end
 * @param scores known ones, those recorded later behind
 */
record OnDay(
        Sheet sheet,
        LocalDate day,
        Head head,
        List<Handed> reports,
        List<Handed> returned,
        List<Halt> halts,
        @Nullable Plan plan,
        List<Scored> scores) {

    /** Empty where there was no project yet. */
    static Optional<OnDay> of(Sheet sheet, LocalDate day) {
        return sheet.openedOn().isAfter(day) ? Optional.empty() : Optional.of(opened(sheet, day));
    }

    private static OnDay opened(Sheet sheet, LocalDate day) {
        TreeMap<Integer, Handed> standing = new TreeMap<>();
        sheet.reports().stream()
                .filter(handed -> !handed.on().isAfter(day))
                .forEach(handed -> standing.merge(
                        handed.no(), handed, (one, other) -> one.revision() > other.revision() ? one : other));
        return new OnDay(
                sheet,
                day,
                head(sheet, day),
                standing.values().stream().filter(Handed::counts).toList(),
                standing.values().stream().filter(Predicate.not(Handed::counts)).toList(),
                sheet.pauses().stream()
                        .filter(halt -> !halt.known().isAfter(day))
                        .map(halt -> known(halt, day))
                        .toList(),
                sheet.plans().stream()
                        .filter(plan -> !plan.known().isAfter(day))
                        .reduce((earlier, later) -> later)
                        .orElse(null),
                sheet.scores().stream()
                        .filter(score -> !score.known().isAfter(day))
                        .sorted(Comparator.comparingLong(Scored::event))
                        .toList());
    }

    /** The registration's holds from the beginning, whatever is dated before it. */
    private static Head head(Sheet sheet, LocalDate day) {
        Head head = sheet.heads().getFirst();
        for (Head each : sheet.heads().subList(1, sheet.heads().size())) {
            head = each.from().isAfter(day) ? head : each;
        }
        return head;
    }

    private static Halt known(Halt halt, LocalDate day) {
        LocalDate endKnown = halt.endKnown();
        return endKnown == null || !endKnown.isAfter(day)
                ? halt
                : new Halt(halt.known(), halt.from(), null, null, halt.event());
    }

    Period period() {
        return head.period();
    }

    /** Reports dated in the column, by number. */
    List<Handed> in(Column column) {
        return reports.stream().filter(handed -> column.contains(handed.on())).toList();
    }

    /** The report that stood before a day: the highest number of those dated before it. */
    Optional<Handed> before(LocalDate date, Predicate<Handed> which) {
        return reports.stream()
                .filter(handed -> handed.on().isBefore(date) && which.test(handed))
                .reduce((lower, higher) -> higher);
    }

    /** Whether a completion or cancellation lies before the column, and no reopening by its end. */
    boolean isBehindAnEnding(Column column) {
        return sheet.endings().stream()
                .filter(end -> !end.on().isAfter(day))
                .anyMatch(end -> end.on().isBefore(column.startInclusive())
                        && !isReopenedBy(end.reopenedOn(), column.lastDay()));
    }

    private boolean isReopenedBy(@Nullable LocalDate reopenedOn, LocalDate last) {
        return reopenedOn != null && !reopenedOn.isAfter(day) && !reopenedOn.isAfter(last);
    }

    /** Whether a pause is in force on a day of the column that has come and belongs to the project's time. */
    boolean isPausedIn(Column column) {
        LocalDate first = later(column.startInclusive(), head.startsOn());
        LocalDate last = earlier(earlier(column.lastDay(), head.endsOn()), day);
        return halts.stream()
                .anyMatch(halt -> !last.isBefore(later(first, halt.from()))
                        && (halt.until() == null || later(first, halt.from()).isBefore(halt.until())));
    }

    /** What is planned to be done by the end of the last month of the column that the plan names. */
    Optional<PlannedMonth> planned(Column column) {
        return plan == null
                ? Optional.empty()
                : plan.months().stream()
                        .filter(planned -> column.contains(planned.month()))
                        .reduce((earlier, later) -> later);
    }

    /** The score that holds for a quarter: the one recorded last; blank ones too. */
    Optional<Scored> score(Quarter quarter) {
        return scores(quarter).stream().reduce((earlier, later) -> later);
    }

    /** All scores of a quarter, the one that holds at the end. */
    List<Scored> scores(Quarter quarter) {
        return scores.stream()
                .filter(scored -> scored.quarter().equals(quarter))
                .toList();
    }

    /** Months of the column that are over, belong to the project's time and have no report. */
    List<String> monthsWithoutReport(Column column) {
        List<String> missing = new ArrayList<>();
        for (Column month : column.months()) {
            if (month.isOverOn(day)
                    && month.overlaps(period())
                    && !isBehindAnEnding(month)
                    && reports.stream().noneMatch(handed -> month.contains(handed.on()))) {
                missing.add(YearMonth.from(month.startInclusive()).toString());
            }
        }
        return missing;
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
