package org.progressledger.query.correction;

import static org.progressledger.query.forms.Field.choice;
import static org.progressledger.query.forms.Field.line;
import static org.progressledger.query.forms.Field.number;
import static org.progressledger.query.forms.Field.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;
import org.progressledger.query.correction.CorrectionPage.Changed;
import org.progressledger.query.forms.Field;
import org.progressledger.query.forms.Field.Choice;
import org.progressledger.query.forms.Form;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.projection.ReportViews.ReportView;

/** The fields of a correction: what the report says now, to be changed. */
record CorrectionForm(ReportView report, Frame frame) {
    static final Map<String, String> PLACES =
            Map.of("CORRECTION_MAKES_A_FALL", "percent", "CORRECTION_CHANGES_NOTHING", "percent");

    private static final String DISBURSED = "disbursed";
    private static final String NARRATIVE = "narrative";
    private static final String PERCENT = "percent";
    private static final String SCHEDULE = "scheduleStatus";
    private static final String TARGET = "targetStatus";

    List<Field> fields() {
        return List.of(
                number(PERCENT, frame.say("report.percent")).hinted(now(percent())),
                number(DISBURSED, frame.say("report.disbursed")).mayBeEmpty().hinted(now(disbursed())),
                choice(
                                SCHEDULE,
                                frame.say("report.schedule"),
                                Arrays.stream(ScheduleStatus.values())
                                        .map(each -> new Choice(each.name(), word(SCHEDULE, each.name())))
                                        .toList())
                        .hinted(now(word(SCHEDULE, report.scheduleStatus().name()))),
                choice(
                                TARGET,
                                frame.say("report.target"),
                                Arrays.stream(TargetStatus.values())
                                        .map(each -> new Choice(each.name(), word(TARGET, each.name())))
                                        .toList())
                        .hinted(now(word(TARGET, report.targetStatus().name()))),
                text(NARRATIVE, frame.say("report.narrative")),
                text("reason", frame.say("correction.reason")),
                line("approver", frame.say("correction.approver")).mayBeEmpty(),
                line("letter", frame.say("correction.letter")).mayBeEmpty());
    }

    private String now(String value) {
        return frame.say("correction.now", Map.of("value", value.isEmpty() ? frame.say("correction.blank") : value));
    }

    private String percent() {
        return report.percent().setScale(2).toPlainString();
    }

    private String disbursed() {
        BigDecimal amount = report.disbursed();
        return amount == null ? "" : Figures.baht(amount);
    }

    /** What the report says, as it is typed. */
    Map<String, String> asItStands() {
        Map<String, String> values = new HashMap<>();
        values.put(PERCENT, percent());
        values.put(DISBURSED, disbursed());
        values.put(SCHEDULE, report.scheduleStatus().name());
        values.put(TARGET, report.targetStatus().name());
        values.put(NARRATIVE, report.narrative());
        return values;
    }

    /** What is sent; where nothing is otherwise, the percentage as it stands, for the command service to say so. */
    Map<String, Object> body(Form form) {
        Map<String, Object> body = form.changes(asItStands(), Set.of());
        if (asItStands().keySet().stream().noneMatch(body::containsKey)) {
            body.put(PERCENT, report.percent());
        }
        return body;
    }

    /** Each value that will be otherwise. */
    List<Changed> changed(Form form) {
        Map<String, String> before = asItStands();
        Map<String, Object> sent = form.changes(before, Set.of());
        List<Changed> changed = new ArrayList<>();
        for (Field field : form.fields()) {
            String stood = before.get(field.name());
            if (stood != null && sent.containsKey(field.name())) {
                changed.add(new Changed(
                        field.label(),
                        word(field.name(), stood),
                        word(field.name(), form.value(field.name())),
                        field.name().equals(NARRATIVE)));
            }
        }
        return changed;
    }

    private String word(String field, String value) {
        if (value.isEmpty()) {
            return frame.say("correction.blank");
        }
        return switch (field) {
            case SCHEDULE -> frame.say("schedule." + value);
            case TARGET -> frame.say("target." + value);
            default -> value;
        };
    }
}
