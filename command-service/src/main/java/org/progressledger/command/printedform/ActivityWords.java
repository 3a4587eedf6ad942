package org.progressledger.command.printedform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds activities by the {@link ActivityRules}. What stands before the date in its statement decides; only if that says
 * nothing, what stands behind it.
 */
final class ActivityWords {
    /** A day that long before the report may be history, or a misread year. */
    private static final int MOST_DAYS = 366;

    /** So far behind a day it may be told that nothing came of it. */
    private static final int SHORTLY_BEHIND = 80;

    private ActivityWords() {}

    /** An activity, where the words that tell it stand, and the statement in which they do. */
    record Held(Span span, LocalDate heldOn, String text, Rule rule, Confidence confidence, Span statement) {
        /** Whether it only refers to a meeting instead of telling of it. */
        boolean refers() {
            return rule == ActivityRules.MINUTES;
        }
    }

    private record Words(Span span, Rule rule) {}

    /** @param letters whose dates are their own */
    static List<Held> in(Telling telling, List<LetterWords.Cited> letters) {
        List<Held> held = new ArrayList<>();
        List<Telling.Day> days = telling.days();
        Words before = null;
        for (int i = 0; i < days.size(); i++) {
            Telling.Day day = days.get(i);
            if (letters.stream().anyMatch(letter -> letter.span().contains(day.start()))
                    || isDocumentsOrBound(telling.text(), day)) {
                before = null;
                continue;
            }
            Span statement = telling.statementAt(day.start());
            int from = i == 0
                    ? statement.start()
                    : Math.max(statement.start(), days.get(i - 1).end());
            int to = i + 1 == days.size()
                    ? statement.end()
                    : Math.min(statement.end(), days.get(i + 1).introduced());
            Words words = before != null && isJoined(telling.text(), from, day.introduced())
                    ? new Words(new Span(before.span().start(), day.end()), before.rule())
                    : words(telling.text(), day, from, to);
            before = words;
            if (words != null) {
                String text =
                        telling.statement(new Span(Math.min(from, words.span().start()), to));
                day.mention().days().stream()
                        .filter(date -> !date.isAfter(telling.report().reportedOn()))
                        .forEach(date -> held.add(new Held(
                                words.span(),
                                date,
                                text,
                                words.rule(),
                                confidence(words.rule(), day.mention(), date, telling),
                                statement)));
            }
        }
        return held;
    }

    /** Only a comma or an "and" parts it from the day before: what is told of that one is told of both. */
    private static boolean isJoined(String text, int from, int to) {
        return from < to && Phrases.DAYS_JOINED.matcher(text).region(from, to).matches();
    }

    private static Confidence confidence(Rule rule, ThaiDates.Mention mention, LocalDate date, Telling telling) {
        boolean doubtful = !mention.asSpelt()
                || date.isBefore(telling.report().reportedOn().minusDays(MOST_DAYS));
        return doubtful ? Confidence.LOW : rule.confidence();
    }

    private static boolean isDocumentsOrBound(String text, Telling.Day day) {
        int from = Math.max(0, day.introduced() - 20);
        return Phrases.DATED.matcher(text).region(from, day.start()).find()
                || Phrases.AS_OF
                        .matcher(text)
                        .region(day.introduced(), day.start())
                        .lookingAt()
                || Phrases.BOUND_BEFORE_DATE
                        .matcher(text)
                        .region(from, day.introduced())
                        .find();
    }

    /** The words that say it was held, the date among them; null if none do. */
    private static @Nullable Words words(String text, Telling.Day day, int from, int to) {
        if (isCalledOff(text, day, to)) {
            return null;
        }
        int done = lastStart(ActivityRules.DONE.words(), text, from, day.introduced());
        int minutes = lastStart(ActivityRules.MINUTES.words(), text, from, day.introduced());
        int planned = lastStart(ActivityRules.notHeld(), text, from, day.introduced());
        if (Math.max(done, minutes) > planned) {
            if (isOfOthers(text, from, Math.max(done, minutes))) {
                return null;
            }
            return done > minutes
                    ? new Words(new Span(done, day.end()), ActivityRules.DONE)
                    : new Words(new Span(minutes, day.end()), ActivityRules.MINUTES);
        }
        if (planned >= 0) {
            return null;
        }
        Rule rule = day.tiedToBefore() ? ActivityRules.DOING_WHEN : ActivityRules.DOING;
        int doing = lastStart(rule.words(), text, from, day.introduced());
        if (doing < 0) {
            return wordsBehind(text, day, to);
        }
        return isOfOthers(text, from, doing) ? null : new Words(new Span(doing, day.end()), rule);
    }

    private static boolean isCalledOff(String text, Telling.Day day, int to) {
        if (day.end() > to) {
            return false;
        }
        int near = Math.min(to, day.end() + SHORTLY_BEHIND);
        return ActivityRules.CALLED_OFF.matcher(text).region(day.end(), to).find()
                || ActivityRules.CAME_TO_NOTHING
                        .matcher(text)
                        .region(day.end(), near)
                        .find();
    }

    private static boolean isOfOthers(String text, int from, int to) {
        return ActivityRules.OF_OTHERS.matcher(text).region(from, to).find();
    }

    private static @Nullable Words wordsBehind(String text, Telling.Day day, int to) {
        if (day.end() > to) {
            return null;
        }
        Span done = first(ActivityRules.DAY_FIRST_DONE.words(), text, day.end(), to);
        Span doing = first(ActivityRules.DAY_FIRST_DOING.words(), text, day.end(), to);
        Rule rule = done != null && (doing == null || done.start() <= doing.start())
                ? ActivityRules.DAY_FIRST_DONE
                : ActivityRules.DAY_FIRST_DOING;
        Span held = rule == ActivityRules.DAY_FIRST_DONE ? done : doing;
        Span verb = first(ActivityRules.DAY_FIRST_VERB.words(), text, day.end(), to);
        int told = verb != null ? verb.start() : held == null ? to : held.start();
        if (isOfOthers(text, day.end(), Math.min(told, held == null ? told : held.start()))) {
            return null;
        }
        if (verb != null && (held == null || held.start() >= verb.end())) {
            return new Words(new Span(day.introduced(), verb.end()), ActivityRules.DAY_FIRST_VERB);
        }
        if (held == null) {
            return null;
        }
        Span planned = first(ActivityRules.notHeld(), text, day.end(), to);
        return planned == null || planned.start() >= held.start()
                ? new Words(new Span(day.introduced(), held.end()), rule)
                : null;
    }

    private static @Nullable Span first(Pattern pattern, String text, int from, int to) {
        Matcher matcher = pattern.matcher(text).region(from, to).useTransparentBounds(true);
        return matcher.find() ? new Span(matcher.start(), matcher.end()) : null;
    }

    private static int lastStart(Pattern pattern, String text, int from, int to) {
        if (from > to) {
            return -1;
        }
        Matcher matcher = pattern.matcher(text).region(from, to).useTransparentBounds(true);
        int last = -1;
        while (matcher.find()) {
            last = matcher.start();
        }
        return last;
    }
}
