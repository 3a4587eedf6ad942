package org.progressledger.query.overview;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.ProjectStatus;

/**
 * Projects of one fiscal year added up, as they stand on a day. A percentage is the mean, each project counting once;
 * cancelled ones are counted and do not enter a mean.
 */
public final class Sums {
    private static final int MONTHS = 12;
    private static final double WHOLE = 100;

    private final LocalDate day;
    private final LocalDate[] ends = new LocalDate[MONTHS];
    private final LocalDate start;
    private final double daysOfYear;
    private final Function<YearMonth, LocalDate> dueOn;
    private final long[] byStatus = new long[ProjectStatus.values().length];
    private final long[] percentAt = new long[MONTHS];
    private final long[] elapsedAt = new long[MONTHS];
    private final long[] spentAt = new long[MONTHS];
    private long projects;
    private long counted;
    private long percent;
    private long elapsed;
    private long allocated;
    private long spent;
    private long late;
    private long hits;
    private long filed;
    private long cited;

    /** @param dueOn the last day on which the report of a month is in time */
    public Sums(FiscalYear year, LocalDate day, Function<YearMonth, LocalDate> dueOn) {
        this.day = day;
        this.dueOn = dueOn;
        this.start = year.startInclusive();
        this.daysOfYear = ChronoUnit.DAYS.between(start, year.endExclusive());
        YearMonth first = YearMonth.from(start);
        Arrays.setAll(ends, month -> first.plusMonths(month).atEndOfMonth());
    }

    public void add(Brief project) {
        projects++;
        byStatus[project.status().ordinal()]++;
        late += lateMonths(project, day, dueOn);
        hits += project.hits().size();
        filed += project.appeals().stream().filter(appeal -> appeal.filed()).count();
        cited += project.appeals().stream().filter(appeal -> !appeal.filed()).count();
        if (project.is(ProjectStatus.CANCELLED)) {
            return;
        }
        counted++;
        percent += project.percent();
        elapsed += project.elapsed(day);
        allocated += project.allocated();
        Long stated = project.spent();
        spent += stated == null ? 0 : stated;
        for (int month = 0; month < MONTHS; month++) {
            percentAt[month] += project.percents().get(month);
            elapsedAt[month] += project.elapsed(ends[month]);
            spentAt[month] += project.spents().get(month);
        }
    }

    /** Months of a project whose report was due before that day. */
    public static long lateMonths(Brief project, LocalDate day, Function<YearMonth, LocalDate> dueOn) {
        return project.awaited().stream()
                .filter(month -> dueOn.apply(month).isBefore(day))
                .count();
    }

    public long projects() {
        return projects;
    }

    public long of(ProjectStatus status) {
        return byStatus[status.ordinal()];
    }

    /** Of those that enter a mean. */
    public long counted() {
        return counted;
    }

    /** Mean, 0 to 100. */
    public double percent() {
        return mean(percent);
    }

    /** Mean of the time that passed of each, 0 to 100. */
    public double elapsed() {
        return mean(elapsed);
    }

    /** How far the percentage is ahead of the time, in points; negative behind it. */
    public double ahead() {
        return percent() - elapsed();
    }

    /** In satang, of those not cancelled. */
    public long allocated() {
        return allocated;
    }

    public long spent() {
        return spent;
    }

    /** Per cent of the budgets; null where there is no money to spend. */
    public @Nullable Double spentShare() {
        return allocated == 0 ? null : Double.valueOf(spent * WHOLE / allocated);
    }

    /** Months without the report that was due, of all projects together. */
    public long late() {
        return late;
    }

    /** Hits of audit flags that nobody has acknowledged. */
    public long hits() {
        return hits;
    }

    /** Appeals that wait for a decision. */
    public long filed() {
        return filed;
    }

    /** Appeals of which only a narrative speaks. */
    public long cited() {
        return cited;
    }

    private double mean(long hundredths) {
        return counted == 0 ? 0 : hundredths / WHOLE / counted;
    }

    /** A value, 0 to 100, and the share of the year, 0 to 1, at which it holds. */
    public record Point(double share, double value) {}

    /** Reported, at the ends of months and on the day. */
    public Point[] percentLine() {
        return line(percentAt, percent, counted * WHOLE);
    }

    public Point[] elapsedLine() {
        return line(elapsedAt, elapsed, counted * WHOLE);
    }

    /** Empty where there is no money to spend. */
    public Point[] spentLine() {
        return allocated == 0 ? new Point[0] : line(spentAt, spent, allocated / WHOLE);
    }

    private Point[] line(long[] atEnds, long now, double divisor) {
        double scale = divisor == 0 ? 1 : divisor;
        int over = 0;
        while (over < MONTHS && ends[over].isBefore(day)) {
            over++;
        }
        Point[] points = new Point[over + 1];
        for (int month = 0; month < over; month++) {
            points[month] = new Point(share(ends[month]), atEnds[month] / scale);
        }
        points[over] = new Point(share(day), now / scale);
        return points;
    }

    private double share(LocalDate date) {
        return Math.clamp((ChronoUnit.DAYS.between(start, date) + 1) / daysOfYear, 0, 1);
    }
}
