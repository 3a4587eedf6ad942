package org.progressledger.command.printedform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Activities that a narrative tells as held: a day up to the report's own, tied to words of doing, not of planning.
 * What stands before the date in its statement decides; only if that says nothing, what stands behind it.
 */
final class ActivityWords {
    private ActivityWords() {}

    /** An activity, and where the words that tell it stand. */
    record Held(Span span, LocalDate heldOn, String text) {}

    /** @param letters whose dates are their own */
    static List<Held> in(Telling telling, List<LetterWords.Cited> letters) {
        List<Held> held = new ArrayList<>();
        List<Telling.Day> days = telling.days();
        for (int i = 0; i < days.size(); i++) {
            Telling.Day day = days.get(i);
            if (letters.stream().anyMatch(letter -> letter.span().contains(day.start()))
                    || isDocumentsOrBound(telling.text(), day)) {
                continue;
            }
            Span statement = telling.statementAt(day.start());
            int from = i == 0
                    ? statement.start()
                    : Math.max(statement.start(), days.get(i - 1).end());
            int to = i + 1 == days.size()
                    ? statement.end()
                    : Math.min(statement.end(), days.get(i + 1).introduced());
            Span words = words(telling.text(), day, from, to);
            if (words != null) {
                String text = telling.statement(new Span(from, to));
                day.mention().days().stream()
                        .filter(date -> !date.isAfter(telling.report().reportedOn()))
                        .forEach(date -> held.add(new Held(words, date, text)));
            }
        }
        return held;
    }

    private static boolean isDocumentsOrBound(String text, Telling.Day day) {
        int from = Math.max(0, day.introduced() - 20);
        return Phrases.DATED.matcher(text).region(from, day.start()).find()
                || Phrases.BOUND_BEFORE_DATE
                        .matcher(text)
                        .region(from, day.introduced())
                        .find();
    }

    /** The words that say it was held, the date among them; null if none do. */
    private static @Nullable Span words(String text, Telling.Day day, int from, int to) {
        int done = lastStart(Phrases.DONE, text, from, day.introduced());
        int planned = lastStart(Phrases.PLANNED, text, from, day.introduced());
        if (done > planned) {
            return new Span(done, day.end());
        }
        if (planned >= 0) {
            return null;
        }
        int doing = lastStart(Phrases.DOING, text, from, day.introduced());
        return doing >= 0 ? new Span(doing, day.end()) : wordsBehind(text, day, to);
    }

    private static @Nullable Span wordsBehind(String text, Telling.Day day, int to) {
        if (day.end() > to) {
            return null;
        }
        Span held = earlier(first(Phrases.DONE, text, day.end(), to), first(Phrases.DOING, text, day.end(), to));
        if (held == null) {
            return null;
        }
        Span planned = first(Phrases.PLANNED, text, day.end(), held.start());
        return planned == null ? new Span(day.introduced(), held.end()) : null;
    }

    private static @Nullable Span earlier(@Nullable Span one, @Nullable Span other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.start() <= other.start() ? one : other;
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
