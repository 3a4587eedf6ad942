package org.progressledger.command.printedform;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds by the {@link ResumptionRules} whether a narrative tells that work goes on again, and since when. */
final class ResumptionWords {
    /** So much stands between the words and the day that belongs to them, at most. */
    private static final int NEAR = 60;

    /** So far before the words a plan may be told that makes them one. */
    private static final int LOOK_BACK = 200;

    private ResumptionWords() {}

    /** A resumption, where its words stand, and the rule that found it. */
    record Told(Span span, LocalDate effectiveOn, String words, Rule rule) {}

    /** @param letters whose dates are their own */
    static @Nullable Told in(Telling telling, List<LetterWords.Cited> letters) {
        Matcher found = ResumptionRules.DATED.words().matcher(telling.text());
        while (found.find()) {
            Span words = new Span(found.start(), found.end());
            Span statement = telling.statementAt(words.start());
            Pattern notYet = ResumptionRules.DATED.unless();
            boolean planned = notYet != null
                    && notYet.matcher(telling.text())
                            .region(Math.max(statement.start(), words.start() - LOOK_BACK), words.start())
                            .find();
            if (!planned) {
                return told(telling, words, statement, letters);
            }
        }
        return null;
    }

    private static @Nullable Told told(Telling telling, Span words, Span statement, List<LetterWords.Cited> letters) {
        Telling.Day day = telling.days().stream()
                .filter(each -> statement.contains(each.start()) && isNear(each, words))
                .filter(each ->
                        letters.stream().noneMatch(letter -> letter.span().contains(each.start())))
                .findFirst()
                .orElse(null);
        LocalDate reportedOn = telling.report().reportedOn();
        if (day == null) {
            return new Told(words, reportedOn, telling.statement(statement), ResumptionRules.UNDATED);
        }
        LocalDate from = day.mention().days().getFirst();
        Span whole = new Span(Math.min(words.start(), day.introduced()), Math.max(words.end(), day.end()));
        return from.isAfter(reportedOn)
                ? null
                : new Told(whole, from, telling.statement(statement), ResumptionRules.DATED);
    }

    private static boolean isNear(Telling.Day day, Span words) {
        return day.start() >= words.end() ? day.start() - words.end() <= NEAR : words.start() - day.end() <= NEAR;
    }
}
