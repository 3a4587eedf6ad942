package org.progressledger.query.curve;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drawing of what was reported against the time that passed. The percentage is a step, for nobody knows what was true
 * between two reports. All lengths are in units of the drawing; colours are the style sheet's.
 *
 * @param id tells its patterns and titles from those of another drawing on the same page
 * @param breaks where the scale of time changes: what lies far outside the period takes less room than it lasts
 * @param plan the path of the plan, or of the time that passes where nobody planned
 * @param actual the path of the reported percentage; empty while nothing was reported
 * @param money the path of what was disbursed; null where nothing is stated or nothing was allocated
 */
public record Curve(
        String id,
        String form,
        int width,
        int height,
        String left,
        String right,
        String top,
        String bottom,
        String plotHeight,
        List<Line> grid,
        List<Month> months,
        List<String> breaks,
        List<Band> bands,
        String plan,
        String actual,
        List<Dot> dots,
        List<Mark> marks,
        String moneyTop,
        String moneyBottom,
        @Nullable String money) {

    /** A line of equal per cents. */
    public record Line(String y, String textY, int percent) {}

    /** Where a month begins; without a label where there is no room. */
    public record Month(String x, @Nullable String labelX, YearMonth month) {}

    /** A pause; {@code open} while nobody ended it, {@code labelX} where there is room to say so. */
    public record Band(
            String x,
            String width,
            String end,
            boolean open,
            @Nullable String labelX) {}

    /**
     * A report.
     *
     * @param anchor where on the page it leads to
     * @param fixX where the mark of a correction stands, right of it
     * @param fixAnchor where that mark leads to; null where to nothing
     */
    public record Dot(
            int reportNo,
            LocalDate on,
            BigDecimal percent,
            String x,
            String y,
            String labelX,
            String labelY,
            boolean labelled,
            boolean corrected,
            String anchor,
            String fixX,
            @Nullable String fixAnchor) {}

    /** Something on a day: {@code pause}, {@code cited} or {@code appeal}. */
    public record Mark(String kind, String x, @Nullable String labelX, String anchor, String key) {}

    /** How large a drawing is, and where in it the plot lies. */
    record Sheet(
            String form, int width, int left, int right, int top, int bottom, int laneY, int moneyTop, int height) {
        static final Sheet WIDE = new Sheet("wide", 900, 44, 710, 58, 418, 26, 452, 496);
        static final Sheet NARROW = new Sheet("narrow", 358, 34, 348, 40, 258, 22, 292, 330);
    }

    /** What is drawn. Lists are in the order of their days. */
    record Story(
            LocalDate startsOn,
            LocalDate endsOn,
            List<Reported> reports,
            List<Paused> pauses,
            List<Happened> marks,
            List<Planned> plan,
            BigDecimal allocated) {}

    /** A report that counts; {@code disbursed} is null where none is stated. */
    record Reported(
            int no,
            LocalDate on,
            BigDecimal percent,
            @Nullable BigDecimal disbursed,
            boolean corrected,
            String anchor,
            @Nullable String fixAnchor) {}

    /** {@code until} is the day on which work went on; null while none is recorded. */
    record Paused(LocalDate from, @Nullable LocalDate until) {}

    /** What is marked above the plot: its kind and the key of its words. */
    record Happened(LocalDate on, String kind, String key) {}

    /** How much is planned to be done by the end of a month. */
    record Planned(YearMonth month, BigDecimal percent) {}

    static Curve of(Story story, Sheet sheet) {
        return new Drawing(story, sheet).curve();
    }

    /** The steps of one drawing. */
    private static final class Drawing {
        private static final int LABEL_ROOM = 15;
        private static final int MONTH_ROOM = 44;
        private static final int MARK_ROOM = 86;
        private static final int BAND_ROOM = 190;

        private final Story story;
        private final Sheet sheet;
        private final TimeAxis axis;

        Drawing(Story story, Sheet sheet) {
            this.story = story;
            this.sheet = sheet;
            List<LocalDate> told =
                    new ArrayList<>(List.of(story.startsOn(), story.endsOn().plusDays(1)));
            story.reports().forEach(report -> told.add(report.on()));
            this.axis = TimeAxis.of(
                    told.stream().min(LocalDate::compareTo).orElseThrow(),
                    story.startsOn(),
                    story.endsOn().plusDays(1),
                    told.stream().max(LocalDate::compareTo).orElseThrow(),
                    sheet.left(),
                    sheet.right());
        }

        Curve curve() {
            return new Curve(
                    "c" + sheet.form().charAt(0),
                    sheet.form(),
                    sheet.width(),
                    sheet.height(),
                    text(sheet.left()),
                    text(sheet.right()),
                    text(sheet.top()),
                    text(sheet.bottom()),
                    text(sheet.bottom() - sheet.top()),
                    grid(),
                    months(),
                    axis.breaks().stream().map(Drawing::text).toList(),
                    story.pauses().stream().map(this::band).toList(),
                    plan(),
                    actual(),
                    dots(),
                    marks(),
                    text(sheet.moneyTop()),
                    text(sheet.moneyTop() + 30),
                    money());
        }

        private List<Line> grid() {
            List<Line> grid = new ArrayList<>();
            for (int percent = 0; percent <= 100; percent += 25) {
                double y = y(BigDecimal.valueOf(percent));
                grid.add(new Line(text(y), text(y + 4.5), percent));
            }
            return grid;
        }

        private List<Month> months() {
            List<Month> months = new ArrayList<>();
            double labelled = Double.NEGATIVE_INFINITY;
            for (YearMonth month : axis.months()) {
                double x = x(month.atDay(1));
                boolean room = x - labelled >= MONTH_ROOM && x + 30 <= sheet.width();
                labelled = room ? x : labelled;
                months.add(new Month(text(x), room ? text(x + 2) : null, month));
            }
            return months;
        }

        private Band band(Paused pause) {
            double from = x(pause.from());
            double to = pause.until() == null ? sheet.right() : x(pause.until());
            boolean open = pause.until() == null;
            return new Band(
                    text(from),
                    text(Math.max(1, to - from)),
                    text(to),
                    open,
                    open && sheet == Sheet.WIDE && to - from >= BAND_ROOM ? text(from + 10) : null);
        }

        private String plan() {
            StringBuilder path = new StringBuilder("M" + text(x(story.startsOn())) + " " + text(sheet.bottom()));
            if (story.plan().isEmpty()) {
                return path.append('L')
                        .append(text(x(story.endsOn().plusDays(1))))
                        .append(' ')
                        .append(text(sheet.top()))
                        .toString();
            }
            story.plan()
                    .forEach(planned -> path.append('L')
                            .append(text(x(planned.month().plusMonths(1).atDay(1))))
                            .append(' ')
                            .append(text(y(planned.percent()))));
            return path.toString();
        }

        private String actual() {
            if (story.reports().isEmpty()) {
                return "";
            }
            StringBuilder path = new StringBuilder("M" + text(x(story.startsOn())) + " " + text(sheet.bottom()));
            story.reports()
                    .forEach(report -> path.append('H')
                            .append(text(x(report.on())))
                            .append('V')
                            .append(text(y(report.percent()))));
            return path.append('H').append(text(sheet.right())).toString();
        }

        private List<Dot> dots() {
            List<Dot> dots = new ArrayList<>();
            double labelled = Double.NEGATIVE_INFINITY;
            for (Reported report : story.reports()) {
                double x = x(report.on());
                double y = y(report.percent());
                boolean room = sheet == Sheet.WIDE && x - labelled >= LABEL_ROOM;
                labelled = room ? x : labelled;
                // at the top a number would run into the marks
                double labelY = y < sheet.top() + 20 ? y + 19 : y - 9;
                dots.add(new Dot(
                        report.no(),
                        report.on(),
                        report.percent(),
                        text(x),
                        text(y),
                        text(x - 8),
                        text(labelY),
                        room,
                        report.corrected(),
                        report.anchor(),
                        text(x + 9),
                        report.fixAnchor()));
            }
            return dots;
        }

        private List<Mark> marks() {
            List<Mark> marks = new ArrayList<>();
            double free = sheet.left();
            List<Happened> all = story.marks();
            for (int i = 0; i < all.size(); i++) {
                double x = x(all.get(i).on());
                double next = i + 1 < all.size() ? x(all.get(i + 1).on()) - 10 : sheet.width();
                boolean behind = sheet == Sheet.WIDE && next - x >= MARK_ROOM + 10;
                boolean before = sheet == Sheet.WIDE && !behind && x - free >= MARK_ROOM + 10;
                marks.add(new Mark(
                        all.get(i).kind(),
                        text(x),
                        behind ? text(x + 10) : before ? text(x - 10) : null,
                        behind ? "start" : "end",
                        all.get(i).key()));
                free = behind ? x + 10 + MARK_ROOM : x + 10;
            }
            return marks;
        }

        /** Of what was allocated; more than that is drawn at the top. */
        private @Nullable String money() {
            if (story.allocated().signum() == 0
                    || story.reports().stream().allMatch(report -> report.disbursed() == null)) {
                return null;
            }
            StringBuilder path = new StringBuilder("M" + text(x(story.startsOn())) + " " + text(sheet.moneyTop() + 30));
            for (Reported report : story.reports()) {
                if (report.disbursed() != null) {
                    double share = Math.min(
                            1,
                            report.disbursed()
                                    .divide(story.allocated(), 4, RoundingMode.HALF_UP)
                                    .doubleValue());
                    path.append('H')
                            .append(text(x(report.on())))
                            .append('V')
                            .append(text(sheet.moneyTop() + 30 * (1 - share)));
                }
            }
            return path.append('H').append(text(sheet.right())).toString();
        }

        private double x(LocalDate day) {
            return axis.x(day);
        }

        private double y(BigDecimal percent) {
            return sheet.bottom() - percent.doubleValue() / 100 * (sheet.bottom() - sheet.top());
        }

        private static String text(double length) {
            return BigDecimal.valueOf(length)
                    .setScale(1, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }
}
