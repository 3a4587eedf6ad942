package org.progressledger.query.curve;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ReportState;
import org.progressledger.query.curve.Curve.Dot;
import org.progressledger.query.curve.Curve.Happened;
import org.progressledger.query.curve.Curve.Paused;
import org.progressledger.query.curve.Curve.Planned;
import org.progressledger.query.curve.Curve.Reported;
import org.progressledger.query.curve.Curve.Sheet;
import org.progressledger.query.curve.Curve.Story;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.projection.AppealViews.AppealView;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.projection.Views.PlanView;

/**
 * A project's progress as it is drawn, wide and narrow, and told.
 *
 * @param planned whether the dashed line is a plan; else it is the time that passes
 * @param story the drawing in words, for those who hear it
 */
public record Drawn(Frame frame, List<Curve> curves, boolean planned, String story, YearMonth firstMonth) {

    /**
     * Draws a project.
     *
     * @param dot where the dot of a report leads to, on the page
     * @param fix where the mark of a correction leads to, by the correction's position; null where the page tells no more
     */
    public static Drawn of(
            ProjectView project,
            List<ReportView> reports,
            Function<ReportView, String> dot,
            LongFunction<@Nullable String> fix,
            Frame frame) {
        Story story = new Story(
                project.period().startsOn(),
                project.period().endsOn(),
                reports.stream()
                        .filter(report -> report.state() != ReportState.RETURNED)
                        .map(report -> reported(report, dot, fix))
                        .sorted(Comparator.comparing(Reported::on).thenComparingInt(Reported::no))
                        .toList(),
                project.pauses().stream()
                        .map(pause -> new Paused(pause.from(), pause.until()))
                        .toList(),
                marks(project),
                planned(project.plans()),
                project.budget().allocated());
        List<Curve> curves = List.of(Curve.of(story, Sheet.WIDE), Curve.of(story, Sheet.NARROW));
        return new Drawn(
                frame,
                curves,
                !story.plan().isEmpty(),
                inWords(story, frame),
                curves.getFirst().months().getFirst().month());
    }

    private static Reported reported(
            ReportView report, Function<ReportView, String> dot, LongFunction<@Nullable String> fix) {
        boolean corrected = !report.corrections().isEmpty();
        return new Reported(
                report.reportNo(),
                report.reportedOn(),
                report.percent(),
                report.disbursed(),
                corrected,
                dot.apply(report),
                corrected ? fix.apply(report.corrections().getLast().event().position()) : null);
    }

    private static List<Planned> planned(List<PlanView> plans) {
        return plans.isEmpty()
                ? List.of()
                : plans.getLast().months().stream()
                        .map(month -> new Planned(month.month(), month.percent().value()))
                        .toList();
    }

    private static List<Happened> marks(ProjectView project) {
        List<Happened> marks = new ArrayList<>();
        project.pauses().forEach(pause -> marks.add(new Happened(pause.from(), "pause", "mark.pause")));
        project.appeals().forEach(appeal -> marks(appeal, marks));
        marks.sort(Comparator.comparing(Happened::on));
        return marks;
    }

    private static void marks(AppealView appeal, List<Happened> marks) {
        if (!appeal.recorded()) {
            add(appeal.citedOn(), "cited", "mark.cited", marks);
            return;
        }
        add(appeal.filedOn(), "appeal", "mark.filed", marks);
        add(appeal.decidedOn(), "appeal", "mark.decided", marks);
        add(appeal.withdrawnOn(), "appeal", "mark.withdrawn", marks);
    }

    private static void add(@Nullable LocalDate on, String kind, String key, List<Happened> marks) {
        if (on != null) {
            marks.add(new Happened(on, kind, key));
        }
    }

    /** The first report, each move of the percentage, and the pauses. */
    private static String inWords(Story story, Frame frame) {
        if (story.reports().isEmpty()) {
            return frame.say("curve.nothing");
        }
        List<String> steps = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        for (Reported report : story.reports()) {
            if (report.percent().compareTo(before) != 0) {
                steps.add(report.percent().setScale(2).toPlainString() + " ("
                        + Figures.day(report.on(), frame.language()).shown() + ")");
                before = report.percent();
            }
        }
        return frame.say(
                "curve.story",
                Map.of(
                        "steps",
                        String.join(", ", steps),
                        "pauses",
                        story.pauses().size()));
    }

    /** How a report's dot is called. */
    // the template calls these
    public String spoken(Dot dot) {
        String words = frame.say(
                "curve.dot",
                Map.of(
                        "n",
                        dot.reportNo(),
                        "date",
                        Figures.day(dot.on(), frame.language()).shown(),
                        "percent",
                        dot.percent().setScale(2).toPlainString()));
        return dot.corrected() ? words + " " + frame.say("curve.corrected") : words;
    }

    /** How a month is written below the plot: with its year where a year begins, and at the beginning. */
    public String month(YearMonth month) {
        return Figures.month(month, frame.language(), month.getMonthValue() == 1 || month.equals(firstMonth));
    }

    /** Whether anything of the kind {@code pause}, {@code cited} or {@code appeal} is marked. */
    public boolean marks(String kind) {
        return curves.getFirst().marks().stream().anyMatch(mark -> mark.kind().equals(kind));
    }

    /** Whether time outside the period is drawn shorter. */
    public boolean isBroken() {
        return !curves.getFirst().breaks().isEmpty();
    }

    /** Whether a report was corrected. */
    public boolean corrects() {
        return curves.getFirst().dots().stream().anyMatch(Dot::corrected);
    }
}
