package org.progressledger.query.projectpage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ReportState;
import org.progressledger.query.curve.Drawn;
import org.progressledger.query.frame.Excerpt;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.FlagLook;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.ProjectHead;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.projection.Views.SourceView;
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
        return new ProjectPage(
                frame,
                ProjectHead.of(project, flags, frame),
                Drawn.of(project, reports, report -> "#r" + report.reportNo(), position -> null, frame),
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
        FlagLook look = FlagLook.of(flag.severity());
        return new Flag(
                look.style(),
                look.icon(),
                flag.flag().name(),
                frame.say("flag." + flag.flag().name()),
                frame.say(flag.text().th(), flag.text().en()));
    }

    private static @Nullable String printed(@Nullable SourceView source) {
        return source == null ? null : Figures.lines(source.lines());
    }
}
