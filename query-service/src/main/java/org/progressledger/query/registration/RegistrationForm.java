package org.progressledger.query.registration;

import static org.progressledger.query.forms.Field.day;
import static org.progressledger.query.forms.Field.line;
import static org.progressledger.query.forms.Field.number;
import static org.progressledger.query.forms.Field.text;
import static org.progressledger.query.forms.Field.year;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.progressledger.access.Asker;
import org.progressledger.events.FiscalYear;
import org.progressledger.query.forms.Field;
import org.progressledger.query.forms.Form;
import org.progressledger.query.forms.Rows;
import org.progressledger.query.forms.Typed;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;

/**
 * The fields of a registration, part by part as the printed form has them.
 *
 * @param objectives how many rows for objectives
 * @param indicators how many rows for printed indicators
 */
record RegistrationForm(int objectives, int indicators, Asker asker, Frame frame) {
    static final String OBJECTIVES = "objectives";
    static final String INDICATORS = "indicators";

    /** The field of a refusal that names none. */
    static final Map<String, String> PLACES =
            Map.of("NOT_YOUR_AGENCY", "projectCode", "PROJECT_ALREADY_REGISTERED", "projectCode");

    private static final int AGENCY_DIGITS = 8;
    private static final int OBJECTIVES_AT_FIRST = 2;
    private static final int INDICATORS_AT_FIRST = 1;

    /**
     * One part of the form.
     *
     * @param list the list to which rows can be added; empty for none
     */
    record Part(String title, List<List<Field>> rows, String list) {}

    static RegistrationForm empty(Asker asker, Frame frame) {
        return new RegistrationForm(OBJECTIVES_AT_FIRST, INDICATORS_AT_FIRST, asker, frame);
    }

    /** With as many rows as were sent, and more where that is asked for. */
    static RegistrationForm of(Map<String, String> sent, Asker asker, Frame frame) {
        return new RegistrationForm(
                Rows.shown(sent, OBJECTIVES, OBJECTIVES_AT_FIRST),
                Rows.shown(sent, INDICATORS, INDICATORS_AT_FIRST),
                asker,
                frame);
    }

    Form typed(Map<String, String> sent) {
        return Form.typed(fields(), Rows.closed(Rows.closed(sent, OBJECTIVES), INDICATORS));
    }

    List<Field> fields() {
        return Stream.of(project(), money(), agency(), content(), objectiveRows(), strategy(), indicatorRows())
                .flatMap(List::stream)
                .toList();
    }

    /** The same, as they stand on the page. */
    List<Part> parts() {
        return List.of(
                part(frame.say("registration.project"), project(), ""),
                part(frame.say("registration.money"), money(), ""),
                part(frame.say("registration.agency"), agency(), ""),
                part(frame.say("registration.content"), content(), ""),
                part(frame.say("registration.objectives"), objectiveRows(), OBJECTIVES),
                part(frame.say("registration.strategy"), strategy(), ""),
                part(frame.say("registration.indicators"), indicatorRows(), INDICATORS));
    }

    private static Part part(String title, List<Field> fields, String list) {
        return new Part(title, Form.rows(fields), list);
    }

    private List<Field> project() {
        return List.of(
                line("projectCode", frame.say("registration.code"))
                        .hinted(
                                asker.scope().isEmpty()
                                        ? frame.say("registration.codeHint")
                                        : frame.say(
                                                "registration.codeOf",
                                                Map.of("prefixes", String.join(", ", asker.scope())))),
                line("name", frame.say("deed.name")),
                year("fiscalYear", frame.say("registration.year")).hinted(frame.say("registration.yearHint")),
                day("period.startsOn", frame.say("deed.startsOn")).hinted(frame.say("form.day")),
                day("period.endsOn", frame.say("deed.endsOn")).hinted(frame.say("form.day")));
    }

    private List<Field> money() {
        return List.of(
                number("budget.allocated", frame.say("deed.allocated")),
                number("budget.spent", frame.say("deed.spent")).mayBeEmpty());
    }

    private List<Field> agency() {
        return List.of(
                line("agency.name", frame.say("deed.agency")),
                line("agency.division", frame.say("deed.division")).mayBeEmpty(),
                line("agency.section", frame.say("deed.section")).mayBeEmpty(),
                line("responsibleOfficer.name", frame.say("deed.officer")).mayBeEmpty(),
                line("responsibleOfficer.phone", frame.say("deed.officerPhone")).mayBeEmpty(),
                line("coordinator.name", frame.say("deed.coordinator")).mayBeEmpty(),
                line("coordinator.phone", frame.say("deed.coordinatorPhone")).mayBeEmpty());
    }

    private List<Field> content() {
        return List.of(
                text("rationale", frame.say("deed.rationale")).mayBeEmpty(),
                text("target", frame.say("deed.target")).mayBeEmpty());
    }

    private List<Field> strategy() {
        return List.of(
                line("strategy.plan", frame.say("registration.plan")).mayBeEmpty(),
                line("strategy.strategy", frame.say("registration.strategyName"))
                        .hinted(frame.say("registration.routine"))
                        .mayBeEmpty(),
                line("strategy.subStrategy", frame.say("registration.subStrategy"))
                        .mayBeEmpty(),
                line("strategy.goal", frame.say("registration.goal")).mayBeEmpty());
    }

    private List<Field> objectiveRows() {
        List<Field> rows = new ArrayList<>();
        for (int row = 0; row < objectives; row++) {
            Map<String, Object> which = Map.of("n", row + 1);
            String at = OBJECTIVES + "[" + row + "].";
            rows.add(line(at + "number", frame.say("registration.objectiveNumber", which))
                    .mayBeEmpty());
            rows.add(line(at + "text", frame.say("registration.objective", which))
                    .mayBeEmpty());
        }
        return rows;
    }

    private List<Field> indicatorRows() {
        List<Field> rows = new ArrayList<>();
        for (int row = 0; row < indicators; row++) {
            Map<String, Object> which = Map.of("n", row + 1);
            String at = INDICATORS + "[" + row + "].";
            rows.add(number(at + "dimension", frame.say("registration.dimension", which))
                    .mayBeEmpty());
            rows.add(line(at + "code", frame.say("registration.indicatorCode", which))
                    .mayBeEmpty());
            rows.add(line(at + "text", frame.say("registration.indicator", which))
                    .mayBeEmpty());
        }
        return rows;
    }

    /** This fiscal year, and the officer's own agency. */
    Form begun(LocalDate today) {
        FiscalYear year = FiscalYear.containing(today);
        Map<String, String> values = new HashMap<>();
        values.put("fiscalYear", Integer.toString(Figures.fiscalYear(year.buddhistYear(), frame.language())));
        values.put("period.startsOn", Typed.day(year.startInclusive(), frame.language()));
        values.put("period.endsOn", Typed.day(year.endExclusive().minusDays(1), frame.language()));
        if (!asker.scope().isEmpty()) {
            values.put("agency.name", Objects.requireNonNullElse(asker.agency(), ""));
            if (asker.scope().size() == 1) {
                String prefix = asker.scope().getFirst();
                values.put("projectCode", prefix.length() == AGENCY_DIGITS ? prefix + "-" : prefix);
            }
        }
        return Form.prefilled(fields(), values, null);
    }
}
