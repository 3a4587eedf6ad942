package org.progressledger.query.appeals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drawing of the reports between the filing and the decision. The percentage is a step. All lengths are in units of the
 * drawing; colours are the style sheet's.
 *
 * @param form {@code wide} or {@code narrow}: the page shows the one that fits
 * @param end where the decision or the taking back is; null while it waits
 */
record WaitingChart(
        String form,
        int width,
        int height,
        int left,
        int right,
        int top,
        int bottom,
        List<Line> grid,
        String line,
        List<Dot> dots,
        String start,
        @Nullable String end) {
    private static final int TOP = 34;
    private static final int BOTTOM = 214;
    private static final int HEIGHT = 246;
    private static final int BESIDE = 12;
    private static final int ROOM_FOR_A_LABEL = 26;

    /** A line of equal per cents. */
    record Line(int percent, String y) {}

    /** A report; without a label where there is no room. */
    record Dot(int reportNo, long position, String x, String y, String labelY, boolean labelled) {}

    /** What is drawn of a report. */
    record Point(int reportNo, long position, LocalDate on, BigDecimal percent) {}

    /**
     * Both forms.
     *
     * @param before the percentage on the day before the filing
     * @param points in the order of their days, none before {@code from}
     * @param until the last day that is drawn
     * @param closed whether something ended the waiting on that day
     */
    static List<WaitingChart> of(
            BigDecimal before, List<Point> points, LocalDate from, LocalDate until, boolean closed) {
        return List.of(
                of("wide", 860, 44, 840, before, points, from, until, closed),
                of("narrow", 358, 34, 348, before, points, from, until, closed));
    }

    private static WaitingChart of(
            String form,
            int width,
            int left,
            int right,
            BigDecimal before,
            List<Point> points,
            LocalDate from,
            LocalDate until,
            boolean closed) {
        int first = left + BESIDE;
        int last = right - BESIDE;
        List<Dot> dots = new ArrayList<>();
        StringBuilder line = new StringBuilder("M" + left + " " + y(before) + "H" + first);
        double labelledTo = Double.NEGATIVE_INFINITY;
        for (Point point : points) {
            double x = x(point.on(), from, until, first, last);
            boolean labelled = x - labelledTo >= ROOM_FOR_A_LABEL;
            labelledTo = labelled ? x : labelledTo;
            line.append('H').append(number(x)).append('V').append(y(point.percent()));
            dots.add(new Dot(
                    point.reportNo(),
                    point.position(),
                    number(x),
                    y(point.percent()),
                    number(Double.parseDouble(y(point.percent())) - 12),
                    labelled));
        }
        line.append('H').append(right);
        return new WaitingChart(
                form,
                width,
                HEIGHT,
                left,
                right,
                TOP,
                BOTTOM,
                List.of(
                        new Line(0, y(BigDecimal.ZERO)),
                        new Line(50, y(BigDecimal.valueOf(50))),
                        new Line(100, y(BigDecimal.valueOf(100)))),
                line.toString(),
                dots,
                number(first),
                closed ? number(last) : null);
    }

    /** A decision on the day of the filing leaves no days between them. */
    private static double x(LocalDate day, LocalDate from, LocalDate until, int first, int last) {
        long days = Math.max(1, ChronoUnit.DAYS.between(from, until));
        return first + (double) (last - first) * Math.min(days, ChronoUnit.DAYS.between(from, day)) / days;
    }

    private static String y(BigDecimal percent) {
        return number(BOTTOM - (BOTTOM - TOP) * percent.doubleValue() / 100);
    }

    private static String number(double length) {
        return BigDecimal.valueOf(length)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
