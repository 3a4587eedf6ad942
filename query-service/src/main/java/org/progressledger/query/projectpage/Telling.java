package org.progressledger.query.projectpage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ReportState;
import org.progressledger.query.frame.Excerpt;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.ProjectHead;
import org.progressledger.query.projection.AppealViews.AppealView;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.projection.Views.PlanView;
import org.progressledger.query.projection.Views.SourceView;
import org.progressledger.query.projectpage.Curve.Happened;
import org.progressledger.query.projectpage.Curve.Paused;
import org.progressledger.query.projectpage.Curve.Planned;
import org.progressledger.query.projectpage.Curve.Reported;
import org.progressledger.query.projectpage.Curve.Sheet;
import org.progressledger.query.projectpage.Curve.Story;
import org.progressledger.query.projectpage.ProjectPage.Flag;

/** From what is kept of a project to the words and figures in which it is read. */
final class Telling {
    private final ProjectView project;
    private final List<ReportView> reports;
    private final List<FlagView> flags;
    private final Frame frame;

    private Telling(ProjectView project, List<ReportView> reports, List<FlagView> flags, Frame frame) {
        this.project = project;
        this.reports = reports;
        this.flags = flags;
        this.frame = frame;
    }

    static ProjectPage of(ProjectView project, List<ReportView> reports, List<FlagView> flags, Frame frame) {
        return new Telling(project, reports, flags, frame).page();
    }

    private ProjectPage page() {
        Story story = story();
        List<Curve> curves = List.of(Curve.of(story, Sheet.WIDE), Curve.of(story, Sheet.NARROW));
        return new ProjectPage(
                frame,
                ProjectHead.of(project, flags, frame),
                curves,
                !story.plan().isEmpty(),
                inWords(story),
                curves.getFirst().months().getFirst().month(),
                rows(),
                flags.stream().map(this::flag).toList(),
                project.pauses().stream()
                        .map(pause -> new ProjectPage.Pause(
                                Figures.count(pause.event().position()),
                                Figures.day(pause.from(), frame.language()),
                                pause.until() == null ? null : Figures.day(pause.until(), frame.language()),
                                frame.say("cause." + pause.cause().name()),
                                pause.words(),
                                printed(pause.source())))
                        .toList(),
                project.activities().stream()
                        .map(activity -> new ProjectPage.Activity(
                                Figures.count(activity.event().position()),
                                Figures.day(activity.heldOn(), frame.language()),
                                activity.description(),
                                printed(activity.source())))
                        .toList(),
                project.letters().stream()
                        .map(letter -> new ProjectPage.Letter(
                                Figures.count(letter.event().position()),
                                letter.number(),
                                letter.datedOn() == null ? null : Figures.day(letter.datedOn(), frame.language()),
                                letter.subject(),
                                printed(letter.source())))
                        .toList());
    }

    private Story story() {
        List<PlanView> plans = project.plans();
        return new Story(
                project.period().startsOn(),
                project.period().endsOn(),
                reports.stream()
                        .filter(report -> report.state() != ReportState.RETURNED)
                        .map(report -> new Reported(
                                report.reportNo(),
                                report.reportedOn(),
                                report.percent(),
                                report.disbursed(),
                                !report.corrections().isEmpty()))
                        .sorted(Comparator.comparing(Reported::on).thenComparing(Reported::no))
                        .toList(),
                project.pauses().stream()
                        .map(pause -> new Paused(pause.from(), pause.until()))
                        .toList(),
                marks(),
                plans.isEmpty()
                        ? List.of()
                        : plans.getLast().months().stream()
                                .map(month -> new Planned(
                                        month.month(), month.percent().value()))
                                .toList(),
                project.budget().allocated());
    }

    private List<Happened> marks() {
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

    /** The first report, each rise of the percentage, and the last one. */
    private String inWords(Story story) {
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

    private List<ProjectPage.Row> rows() {
        List<ProjectPage.Row> rows = new ArrayList<>();
        for (ReportView report : reports.reversed()) {
            rows.add(row(report));
            report.earlier().reversed().forEach(earlier -> rows.add(row(earlier)));
        }
        return rows;
    }

    private ProjectPage.Row row(ReportView report) {
        boolean returned = report.state() == ReportState.RETURNED;
        return new ProjectPage.Row(
                Figures.count(report.event().position()),
                report.reportNo(),
                report.revision(),
                Figures.day(report.reportedOn(), frame.language()),
                report.percent().setScale(2).toPlainString(),
                returned ? "" : Figures.change(report.change()),
                report.change().signum() > 0,
                ProjectHead.elapsed(project, report.reportedOn()),
                report.disbursed() == null ? null : Figures.baht(report.disbursed()),
                status(
                        report.scheduleAsPrinted(),
                        "schedule." + report.scheduleStatus().name()),
                status(
                        report.targetAsPrinted(),
                        "target." + report.targetStatus().name()),
                Excerpt.isLong(report.narrative()) ? Excerpt.of(report.narrative()) : null,
                report.narrative(),
                report.corrections().size(),
                returned,
                report.returned() == null ? null : report.returned().reason(),
                printed(report.source()),
                returned
                        ? List.of()
                        : flags.stream()
                                .filter(flag -> flag.reportNo() != null && flag.reportNo() == report.reportNo())
                                .map(this::flag)
                                .toList());
    }

    /** An unknown word is shown as it was printed. */
    private String status(@Nullable String printed, String key) {
        return key.endsWith(".UNKNOWN") && printed != null && !printed.isBlank() ? printed : frame.say(key);
    }

    private Flag flag(FlagView flag) {
        boolean alert = flag.severity() == FlagView.Severity.ALERT;
        boolean warning = flag.severity() == FlagView.Severity.WARNING;
        return new Flag(
                alert ? "" : warning ? "flag-warn" : "flag-note",
                alert ? "#i-flag" : warning ? "#i-warn" : "#i-info",
                flag.flag().name(),
                frame.say("flag." + flag.flag().name()),
                frame.say(flag.text().th(), flag.text().en()));
    }

    private static @Nullable String printed(@Nullable SourceView source) {
        return source == null ? null : Figures.lines(source.lines());
    }
}
