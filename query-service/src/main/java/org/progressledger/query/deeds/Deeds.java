package org.progressledger.query.deeds;

import static org.progressledger.query.forms.Field.choice;
import static org.progressledger.query.forms.Field.day;
import static org.progressledger.query.forms.Field.line;
import static org.progressledger.query.forms.Field.number;
import static org.progressledger.query.forms.Field.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.progressledger.events.PauseCause;
import org.progressledger.query.deeds.Deed.Sends;
import org.progressledger.query.deeds.Deed.Words;
import org.progressledger.query.forms.Field;
import org.progressledger.query.forms.Field.Choice;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.projection.AppealViews.AppealView;

/** Every deed that has a short form. A new one is a constant here and its words. */
final class Deeds {
    static final String ACTIVITIES = "/projects/{code}/activities";
    static final String LETTERS = "/projects/{code}/letters";
    static final String PAUSE = "/projects/{code}/pause";
    static final String RESUMPTION = "/projects/{code}/resumption";
    static final String COMPLETION = "/projects/{code}/completion";
    static final String NEW_APPEAL = "/projects/{code}/appeals/new";
    static final String AMENDMENTS = "/projects/{code}/amendments";

    private static final String IN_THE_FUTURE = "DATE_IN_THE_FUTURE";

    private static final Deed ACTIVITY = new Deed(
            ACTIVITIES,
            "/activities",
            new Words("deed.activity.title", "deed.activity.lead", "deed.activity.send", "done.activity"),
            frame -> List.of(
                    day("heldOn", frame.say("deed.heldOn")).hinted(frame.say("form.day")),
                    text("description", frame.say("deed.description"))),
            today("heldOn"),
            Sends.EVERYTHING,
            Map.of(IN_THE_FUTURE, "heldOn"));

    private static final Deed LETTER = new Deed(
            LETTERS,
            "/letters",
            new Words("deed.letter.title", "deed.letter.lead", "deed.letter.send", "done.letter"),
            frame -> letterFields("", frame),
            standing -> Map.of(),
            Sends.EVERYTHING,
            Map.of(IN_THE_FUTURE, "datedOn"));

    private static final Deed TO_PAUSE = new Deed(
            PAUSE,
            "/pause",
            new Words("deed.pause.title", "deed.pause.lead", "deed.pause.send", "done.pause"),
            frame -> withLetter(
                    frame,
                    day("effectiveOn", frame.say("deed.pausedOn")).hinted(frame.say("form.day")),
                    choice("cause", frame.say("deed.cause"), causes(frame)),
                    text("words", frame.say("deed.why"))),
            today("effectiveOn"),
            Sends.EVERYTHING,
            Map.of("ALREADY_PAUSED", "effectiveOn"));

    private static final Deed TO_RESUME = new Deed(
            RESUMPTION,
            "/resumption",
            new Words("deed.resumption.title", "deed.resumption.lead", "deed.resumption.send", "done.resumption"),
            frame -> withLetter(
                    frame,
                    day("effectiveOn", frame.say("deed.resumedOn")).hinted(frame.say("form.day")),
                    text("words", frame.say("deed.words")).mayBeEmpty()),
            today("effectiveOn"),
            Sends.EVERYTHING,
            Map.of("NOT_PAUSED", "effectiveOn", "RESUMED_BEFORE_PAUSED", "effectiveOn"));

    private static final Deed TO_COMPLETE = new Deed(
            COMPLETION,
            "/completion",
            new Words("deed.completion.title", "deed.completion.lead", "deed.completion.send", "done.completion"),
            frame -> withLetter(
                    frame,
                    day("completedOn", frame.say("deed.completedOn")).hinted(frame.say("form.day")),
                    text("words", frame.say("deed.words")).mayBeEmpty()),
            today("completedOn"),
            Sends.EVERYTHING,
            Map.of(
                    IN_THE_FUTURE,
                    "completedOn",
                    "ENDED_BEFORE_LAST_REPORT",
                    "completedOn",
                    "ENDED_BEFORE_REOPENED",
                    "completedOn"));

    private static final Deed TO_APPEAL = new Deed(
            NEW_APPEAL,
            "/appeals",
            new Words("deed.appeal.title", "deed.appeal.lead", "deed.appeal.send", "done.appeal"),
            frame -> withLetter(
                    frame,
                    number("round", frame.say("deed.round")),
                    day("filedOn", frame.say("deed.filedOn")).hinted(frame.say("form.day")),
                    text("grounds", frame.say("deed.grounds")),
                    text("asked", frame.say("deed.asked"))),
            standing -> Map.of("filedOn", standing.todayTyped(), "round", Integer.toString(nextRound(standing))),
            Sends.EVERYTHING,
            Map.of(
                    IN_THE_FUTURE,
                    "filedOn",
                    "FILED_BEFORE_LAST_CLOSED",
                    "filedOn",
                    "ROUND_NOT_ABOVE_FILED",
                    "round",
                    "APPEAL_STILL_OPEN",
                    "round"));

    private static final Map<String, Deed> BY_PAGE = Stream.concat(
                    Stream.of(ACTIVITY, LETTER, TO_PAUSE, TO_RESUME, TO_COMPLETE, TO_APPEAL, Amending.DEED),
                    IndicatorDeeds.all())
            .collect(Collectors.toUnmodifiableMap(Deed::page, Function.identity()));

    private Deeds() {}

    /** The deed of a form's path. */
    static Deed at(String page) {
        return Objects.requireNonNull(BY_PAGE.get(page), page);
    }

    private static Function<Standing, Map<String, String>> today(String field) {
        return standing -> Map.of(field, standing.todayTyped());
    }

    private static List<Choice> causes(Frame frame) {
        return Arrays.stream(PauseCause.values())
                .map(cause -> new Choice(cause.name(), frame.say("cause." + cause.name())))
                .toList();
    }

    /** What is offered; the filer says which round it is. */
    private static int nextRound(Standing standing) {
        return standing.project().appeals().stream()
                        .filter(AppealView::recorded)
                        .map(AppealView::round)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0)
                + 1;
    }

    static List<Field> withLetter(Frame frame, Field... before) {
        List<Field> all = new ArrayList<>(List.of(before));
        letterFields("letter.", frame).forEach(field -> all.add(field.mayBeEmpty()));
        return all;
    }

    private static List<Field> letterFields(String prefix, Frame frame) {
        return List.of(
                line(prefix + "number", frame.say("deed.letterNumber")),
                day(prefix + "datedOn", frame.say("deed.letterDate"))
                        .hinted(frame.say("form.day"))
                        .mayBeEmpty(),
                line(prefix + "subject", frame.say("deed.letterSubject")).mayBeEmpty());
    }
}
