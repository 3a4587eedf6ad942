package org.progressledger.query.deeds;

import static org.progressledger.query.forms.Field.choice;
import static org.progressledger.query.forms.Field.day;
import static org.progressledger.query.forms.Field.line;
import static org.progressledger.query.forms.Field.number;
import static org.progressledger.query.forms.Field.select;
import static org.progressledger.query.forms.Field.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.progressledger.events.IndicatorKind;
import org.progressledger.events.Quarter;
import org.progressledger.query.deeds.Deed.Sends;
import org.progressledger.query.deeds.Deed.Words;
import org.progressledger.query.forms.Field;
import org.progressledger.query.forms.Field.Choice;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.projection.IndicatorViews.AdoptedIndicatorView;

/** ตัวชี้วัด: what coordinators define, measure and score. */
final class IndicatorDeeds {
    static final String NEW = "/projects/{code}/indicators/new";
    static final String RESULTS = "/projects/{code}/indicators/{id}/results";
    static final String CRITERIA = "/projects/{code}/indicators/{id}/criteria";
    static final String EVALUATIONS = "/projects/{code}/evaluations";

    /** The list of a score's parts. */
    static final String PARTS = "parts";

    private static final int ROWS_OF_PARTS = 3;
    private static final String SHOWN_BY = "/indicators";
    private static final String QUARTER = "quarter";
    private static final String REASON = "reason";
    private static final String IN_THE_FUTURE = "DATE_IN_THE_FUTURE";
    private static final String NOT_BEGUN = "QUARTER_HAS_NOT_BEGUN";
    private static final String BEFORE_ADOPTION = "BEFORE_ADOPTION";
    private static final String NEEDS_A_REASON = "REPLACING_NEEDS_A_REASON";

    private static final Deed ADOPTION = new Deed(
            NEW,
            "/indicators",
            SHOWN_BY,
            new Words("deed.adoption.title", "deed.adoption.lead", "deed.adoption.send", "done.adoption"),
            (frame, standing) -> List.of(
                    line("code", frame.say("deed.indicatorCode"))
                            .hinted(frame.say("deed.indicatorCodeHint"))
                            .mayBeEmpty(),
                    text("text", frame.say("deed.indicatorText")),
                    choice("kind", frame.say("deed.kind"), kinds(frame)),
                    line("unit", frame.say("deed.unit")).hinted(frame.say("deed.unitHint")),
                    line("target", frame.say("deed.indicatorTarget")).mayBeEmpty(),
                    text("criteria", frame.say("deed.criteria")).mayBeEmpty(),
                    day("adoptedOn", frame.say("deed.adoptedOn"))
                            .hinted(frame.say("form.day"))
                            .mayBeEmpty()),
            standing -> Map.of("adoptedOn", standing.todayTyped()),
            Sends.EVERYTHING,
            Map.of(IN_THE_FUTURE, "adoptedOn", "INDICATOR_ALREADY_ADOPTED", "code"));

    private static final Deed RESULT = new Deed(
            RESULTS,
            "/indicators/{id}/results",
            SHOWN_BY,
            new Words("deed.result.title", "deed.result.lead", "deed.result.send", "done.result"),
            (frame, standing) -> List.of(
                    select(QUARTER, frame.say("deed.quarter"), quarters(standing, frame)),
                    number("result", frame.say("deed.resultValue"))
                            .hinted(standing.indicator()
                                    .map(each -> frame.say("deed.resultUnit", Map.of("unit", each.unit())))
                                    .orElse(""))
                            .mayBeEmpty(),
                    text("narrative", frame.say("deed.resultWords")).mayBeEmpty(),
                    day("statedOn", frame.say("deed.statedOn"))
                            .hinted(frame.say("form.day"))
                            .mayBeEmpty(),
                    why(frame)),
            standing -> Map.of("statedOn", standing.todayTyped(), QUARTER, latest(standing)),
            Sends.EVERYTHING,
            Map.of(
                    IN_THE_FUTURE,
                    "statedOn",
                    BEFORE_ADOPTION,
                    "statedOn",
                    NOT_BEGUN,
                    QUARTER,
                    "RESULT_CHANGES_NOTHING",
                    "result",
                    NEEDS_A_REASON,
                    REASON));

    private static final Deed CHANGE_OF_CRITERIA = new Deed(
            CRITERIA,
            "/indicators/{id}/criteria",
            SHOWN_BY,
            new Words("deed.criteria.title", "deed.criteria.lead", "deed.criteria.send", "done.criteria"),
            (frame, standing) -> List.of(
                    text("criteria", frame.say("deed.criteria")),
                    day("effectiveOn", frame.say("deed.effectiveOn")).hinted(frame.say("form.day")),
                    number("appealRound", frame.say("deed.appealRound"))
                            .hinted(frame.say("deed.appealRoundHint"))
                            .mayBeEmpty(),
                    text(REASON, frame.say("deed.reason"))),
            standing -> Map.of("effectiveOn", standing.todayTyped(), "criteria", inForce(standing)),
            Sends.EVERYTHING,
            Map.of(
                    "CRITERIA_CHANGE_NOTHING",
                    "criteria",
                    "CRITERIA_CHANGED_LATER_ALREADY",
                    "effectiveOn",
                    BEFORE_ADOPTION,
                    "effectiveOn",
                    "APPEAL_NOT_FILED",
                    "appealRound",
                    "APPEAL_NOT_DECIDED",
                    "appealRound"));

    private static final Deed EVALUATION = new Deed(
            EVALUATIONS,
            "/evaluations",
            SHOWN_BY,
            new Words("deed.evaluation.title", "deed.evaluation.lead", "deed.evaluation.send", "done.evaluation"),
            IndicatorDeeds::scoring,
            standing -> Map.of(
                    "evaluatedOn",
                    standing.todayTyped(),
                    QUARTER,
                    latest(standing),
                    "indicator",
                    standing.indicator().map(AdoptedIndicatorView::id).orElse("")),
            Sends.EVERYTHING,
            Map.of(
                    IN_THE_FUTURE,
                    "evaluatedOn",
                    BEFORE_ADOPTION,
                    "evaluatedOn",
                    NOT_BEGUN,
                    QUARTER,
                    "INDICATOR_NOT_FOUND",
                    "indicator",
                    "CRITERIA_VERSION_NOT_FOUND",
                    "criteriaVersion",
                    "EVALUATION_CHANGES_NOTHING",
                    "score",
                    NEEDS_A_REASON,
                    REASON));

    private IndicatorDeeds() {}

    static Stream<Deed> all() {
        return Stream.of(ADOPTION, RESULT, CHANGE_OF_CRITERIA, EVALUATION);
    }

    private static List<Field> scoring(Frame frame, Standing standing) {
        List<Field> fields = new ArrayList<>(List.of(
                select("indicator", frame.say("deed.scoreOf"), scored(standing, frame))
                        .mayBeEmpty(),
                number("criteriaVersion", frame.say("deed.criteriaVersion"))
                        .hinted(frame.say("deed.criteriaVersionHint"))
                        .mayBeEmpty(),
                select(QUARTER, frame.say("deed.quarter"), quarters(standing, frame)),
                number("score", frame.say("deed.score"))
                        .hinted(frame.say("deed.scoreHint"))
                        .mayBeEmpty()));
        for (int row = 0; row < ROWS_OF_PARTS; row++) {
            Map<String, Object> which = Map.of("n", row + 1);
            String at = PARTS + "[" + row + "].";
            fields.add(line(at + "number", frame.say("deed.partNumber", which)).mayBeEmpty());
            fields.add(number(at + "score", frame.say("deed.partScore", which)).mayBeEmpty());
        }
        fields.add(text("remark", frame.say("deed.remark")).mayBeEmpty());
        fields.add(day("evaluatedOn", frame.say("deed.evaluatedOn"))
                .hinted(frame.say("form.day"))
                .mayBeEmpty());
        fields.add(why(frame));
        return fields;
    }

    /** Only what takes the place of something needs it. */
    private static Field why(Frame frame) {
        return text(REASON, frame.say("deed.reason"))
                .hinted(frame.say("deed.replacingHint"))
                .mayBeEmpty();
    }

    private static List<Choice> kinds(Frame frame) {
        return Arrays.stream(IndicatorKind.values())
                .map(kind -> new Choice(kind.name(), frame.say("asof.kind." + kind.name())))
                .toList();
    }

    private static List<Choice> scored(Standing standing, Frame frame) {
        return Stream.concat(
                        Stream.of(new Choice("", frame.say("indicators.theProject"))),
                        standing.project().adoptedIndicators().stream()
                                .map(each -> new Choice(
                                        each.id(), Standing.called(each) + " · " + Standing.shortened(each.text()))))
                .toList();
    }

    /** Those of the project's period that have begun, the latest first; its first one where none has. */
    static List<Quarter> begun(Standing standing) {
        List<Quarter> begun = Stream.iterate(
                        Quarter.containing(standing.project().period().startsOn()),
                        quarter -> !quarter.startInclusive()
                                .isAfter(standing.project().period().endsOn()),
                        quarter -> Quarter.containing(quarter.endExclusive()))
                .filter(quarter -> !quarter.startInclusive().isAfter(standing.today()))
                .toList();
        return begun.isEmpty()
                ? List.of(Quarter.containing(standing.project().period().startsOn()))
                : begun.reversed();
    }

    private static String latest(Standing standing) {
        return begun(standing).getFirst().toString();
    }

    private static List<Choice> quarters(Standing standing, Frame frame) {
        return begun(standing).stream()
                .map(quarter -> new Choice(
                        quarter.toString(),
                        frame.say(
                                "indicators.quarter",
                                Map.of(
                                        "q",
                                        quarter.number(),
                                        "year",
                                        Integer.toString(Figures.fiscalYear(
                                                quarter.fiscalYear().buddhistYear(), frame.language()))))))
                .toList();
    }

    /** What stands now, to be changed. */
    private static String inForce(Standing standing) {
        return standing.indicator()
                .map(each -> each.criteria().getLast().text())
                .map(criteria -> Objects.requireNonNullElse(criteria, ""))
                .orElse("");
    }
}
