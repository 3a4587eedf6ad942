package org.progressledger.query.curve;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a day stands along a drawing. A report years after the end would squeeze the project's own time into a corner: what
 * lies far outside it is drawn shorter than it lasts, every day still in its order, and the place where the scale changes is known.
 */
final class TimeAxis {
    /** Of the whole width, for what lies outside on one side. */
    private static final double SHORTENED = 0.18;

    private static final int WORTH_SHORTENING = 60;

    /** Days in a row that are drawn by one scale. */
    private record Stretch(LocalDate from, LocalDate until, double left, double right, boolean shortened) {
        long days() {
            return ChronoUnit.DAYS.between(from, until);
        }
    }

    private final List<Stretch> stretches;

    private TimeAxis(List<Stretch> stretches) {
        this.stretches = stretches;
    }

    /**
     * @param first the first day that is drawn, {@code startsOn} or before
     * @param until the day after the project's last
     * @param last the last day that is drawn, {@code until} or after
     */
    static TimeAxis of(
            LocalDate first, LocalDate startsOn, LocalDate until, LocalDate last, double left, double right) {
        long own = Math.max(1, ChronoUnit.DAYS.between(startsOn, until));
        long before = ChronoUnit.DAYS.between(first, startsOn);
        long after = ChronoUnit.DAYS.between(until, last);
        double width = right - left;
        double ahead = isFar(before, own) ? SHORTENED * width : 0;
        double behind = isFar(after, own) ? SHORTENED * width : 0;
        LocalDate from = ahead > 0 ? startsOn : first;
        LocalDate to = behind > 0 ? until : last.isAfter(from) ? last : from.plusDays(1);
        List<Stretch> stretches = new ArrayList<>();
        if (ahead > 0) {
            stretches.add(new Stretch(first, from, left, left + ahead, true));
        }
        stretches.add(new Stretch(from, to, left + ahead, right - behind, false));
        if (behind > 0) {
            stretches.add(new Stretch(to, last, right - behind, right, true));
        }
        return new TimeAxis(stretches);
    }

    private static boolean isFar(long days, long own) {
        return days >= WORTH_SHORTENING && days > own;
    }

    /** Where a day stands; what is before the first or after the last stands at the edge. */
    double x(LocalDate day) {
        Stretch in = stretches.stream()
                .filter(stretch -> day.isBefore(stretch.until()))
                .findFirst()
                .orElse(stretches.getLast());
        long passed = Math.clamp(ChronoUnit.DAYS.between(in.from(), day), 0, in.days());
        return in.left() + (double) passed / in.days() * (in.right() - in.left());
    }

    /** Where the scale changes. */
    List<Double> breaks() {
        return stretches.stream().skip(1).map(Stretch::left).toList();
    }

    /** What is marked below the drawing: every month, and where time is shortened, the years. */
    List<YearMonth> months() {
        List<YearMonth> months = new ArrayList<>();
        for (Stretch stretch : stretches) {
            List<YearMonth> own = new ArrayList<>();
            for (YearMonth month = YearMonth.from(stretch.from());
                    month.atDay(1).isBefore(stretch.until());
                    month = month.plusMonths(1)) {
                own.add(month);
            }
            boolean years = stretch.shortened() && own.stream().anyMatch(TimeAxis::beginsAYear);
            // without a year's beginning, the last month says when it was
            own.stream()
                    .filter(month -> !stretch.shortened() || (years ? beginsAYear(month) : month.equals(own.getLast())))
                    .filter(month -> months.isEmpty() || month.isAfter(months.getLast()))
                    .forEach(months::add);
        }
        return months;
    }

    private static boolean beginsAYear(YearMonth month) {
        return month.getMonth() == Month.JANUARY;
    }
}
