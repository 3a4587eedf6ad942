package org.progressledger.query.report;

import static org.progressledger.query.forms.Field.choice;
import static org.progressledger.query.forms.Field.day;
import static org.progressledger.query.forms.Field.number;
import static org.progressledger.query.forms.Field.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Baht;
import org.progressledger.events.Percent;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;
import org.progressledger.query.forms.Field;
import org.progressledger.query.forms.Field.Choice;
import org.progressledger.query.forms.Form;
import org.progressledger.query.forms.Typed;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.ProjectHead;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ReportViews.ReportView;
import tools.jackson.databind.JsonNode;

/** The fields of a report. */
final class ReportForm {
    /** Where a refusal is shown that names no field. */
    static final Map<String, String> PLACES = Map.of(
            "PROGRESS_WENT_BACKWARDS",
            "percent",
            "REPORT_DATE_BEFORE_PREVIOUS",
            "reportedOn",
            "REPORT_DATED_AFTER_END",
            "reportedOn",
            "REPORT_DEADLINE_IS_OVER",
            "reportedOn",
            "DATE_IN_THE_FUTURE",
            "reportedOn");

    private ReportForm() {}

    static List<Field> fields(ProjectView project, NextReport next, LocalDate today, Frame frame) {
        ReportView previous = next.previous();
        String before = previous == null
                ? frame.say("form.day")
                : frame.say(
                        "report.dayAfter",
                        Map.of(
                                "date",
                                Figures.day(previous.reportedOn(), frame.language())
                                        .shown()));
        String elapsed = ProjectHead.elapsed(project, today);
        return List.of(
                day("reportedOn", frame.say("report.on")).hinted(before),
                text("narrative", frame.say("report.narrative")),
                number("percent", frame.say("report.percent"))
                        .hinted(
                                previous == null
                                        ? frame.say("report.percentFirst", Map.of("elapsed", elapsed))
                                        : frame.say(
                                                "report.percentAfter",
                                                Map.of(
                                                        "percent",
                                                        previous.percent()
                                                                .setScale(2)
                                                                .toPlainString(),
                                                        "elapsed",
                                                        elapsed))),
                number("disbursed", frame.say("report.disbursed"))
                        .mayBeEmpty()
                        .hinted(frame.say(
                                "report.allocated",
                                Map.of("amount", Figures.baht(project.budget().allocated())))),
                choice("scheduleStatus", frame.say("report.schedule"), schedules(frame)),
                choice("targetStatus", frame.say("report.target"), targets(frame)));
    }

    static List<Choice> schedules(Frame frame) {
        return Arrays.stream(ScheduleStatus.values())
                .map(status -> new Choice(status.name(), frame.say("schedule." + status.name())))
                .toList();
    }

    static List<Choice> targets(Frame frame) {
        return Arrays.stream(TargetStatus.values())
                .map(status -> new Choice(status.name(), frame.say("target." + status.name())))
                .toList();
    }

    /** A new report begins with the last day of its month that is not to come, one that was sent back with what it said. */
    static Map<String, String> prefilled(NextReport next, @Nullable YearMonth month, LocalDate today, Frame frame) {
        ReportView returned = next.returned();
        Map<String, String> values = new HashMap<>();
        LocalDate end = month == null ? today : month.atEndOfMonth();
        values.put("reportedOn", Typed.day(end.isBefore(today) ? end : today, frame.language()));
        if (returned != null) {
            BigDecimal disbursed = returned.disbursed();
            values.put("reportedOn", Typed.day(returned.reportedOn(), frame.language()));
            values.put("percent", returned.percent().setScale(2).toPlainString());
            values.put("disbursed", disbursed == null ? "" : Figures.baht(disbursed));
            values.put("scheduleStatus", returned.scheduleStatus().name());
            values.put("targetStatus", returned.targetStatus().name());
            values.put("narrative", returned.narrative());
        }
        return values;
    }

    /**
     * The report that the form would bring, as the command service numbers it.
     *
     * @param checked its answer, which it gives only to what it would record
     */
    static ProgressReported event(ProjectCode project, Form form, JsonNode checked) {
        Map<String, Object> body = form.body();
        Object disbursed = body.get("disbursed");
        return new ProgressReported(
                project,
                checked.path("reportNo").asInt(),
                checked.path("revision").asInt(),
                LocalDate.parse(written(body.get("reportedOn"))),
                new ReportContent(
                        Percent.of(new BigDecimal(written(body.get("percent")))),
                        disbursed == null ? null : Baht.of(new BigDecimal(written(disbursed))),
                        body.get("scheduleStatus") instanceof String schedule
                                ? ScheduleStatus.valueOf(schedule)
                                : ScheduleStatus.UNKNOWN,
                        body.get("targetStatus") instanceof String target
                                ? TargetStatus.valueOf(target)
                                : TargetStatus.UNKNOWN,
                        written(body.get("narrative")).strip()),
                null);
    }

    private static String written(@Nullable Object value) {
        return String.valueOf(value);
    }
}
