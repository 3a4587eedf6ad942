package org.progressledger.query.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ReportState;
import org.progressledger.query.forms.Form;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.ProjectHead;
import org.progressledger.query.frame.ProjectPages.Held;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.projection.ReportViews.ReturnView;
import org.progressledger.query.report.ReportPage.Flag;
import org.progressledger.query.report.ReportPage.Kept;
import org.progressledger.query.report.ReportPage.Past;
import org.progressledger.query.report.ReportPage.Returned;

/**
 * The project and its reports in the words of the form's page.
 *
 * @param month for which a report is asked; null where nobody said
 */
record ReportTelling(
        Held<List<ReportView>> held,
        NextReport next,
        @Nullable YearMonth month,
        Frame frame) {

    static ReportTelling of(Held<List<ReportView>> held, String month, Frame frame) {
        return new ReportTelling(held, NextReport.after(held.part()), month(month), frame);
    }

    /** What is no month says nothing. */
    private static @Nullable YearMonth month(String given) {
        try {
            return given.isEmpty() ? null : YearMonth.parse(given);
        } catch (DateTimeParseException notOne) {
            return null;
        }
    }

    ProjectCode code() {
        return ProjectCode.of(held.project().projectCode());
    }

    /** The command service's path of the project's reports. */
    String reports() {
        return "/projects/" + code() + "/reports";
    }

    Form begun(LocalDate today) {
        return Form.prefilled(
                ReportForm.fields(held.project(), next, today, frame),
                ReportForm.prefilled(next, month, today, frame),
                held.project().version());
    }

    Form typed(Map<String, String> typed, LocalDate today) {
        return Form.typed(ReportForm.fields(held.project(), next, today, frame), typed);
    }

    /** @param flags null where nobody asked for them */
    ReportPage page(Form form, @Nullable List<FlagView> flags, @Nullable Kept draft) {
        List<Past> past = held.part().stream()
                .filter(report -> report.state() != ReportState.RETURNED)
                .map(this::past)
                .toList()
                .reversed();
        return new ReportPage(
                frame,
                held.head(frame),
                form,
                next.number(),
                next.revision(),
                returned(),
                past.isEmpty() ? null : past.getFirst(),
                past,
                flags == null ? null : flags.stream().map(this::flag).toList(),
                month == null ? null : new Frame.Moment(month.toString(), Figures.month(month, frame.language(), true)),
                draft);
    }

    private @Nullable Returned returned() {
        ReturnView returned = next.returned() == null ? null : next.returned().returned();
        return returned == null
                ? null
                : new Returned(
                        returned.event().actor().id(),
                        frame.texts()
                                .find(
                                        frame.language(),
                                        "role." + returned.event().actor().role(),
                                        Map.of())
                                .orElse(returned.event().actor().role()),
                        Figures.moment(returned.event().recordedAt(), frame.language()),
                        returned.reason());
    }

    private Past past(ReportView report) {
        ProjectView project = held.project();
        return new Past(
                report.reportNo(),
                Figures.day(report.reportedOn(), frame.language()),
                report.percent().setScale(2).toPlainString(),
                Figures.change(report.change()),
                report.change().signum() > 0,
                ProjectHead.elapsed(project, report.reportedOn()),
                report.disbursed() == null ? null : Figures.baht(report.disbursed()),
                frame.say("schedule." + report.scheduleStatus().name()),
                frame.say("target." + report.targetStatus().name()),
                report.narrative());
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
}
