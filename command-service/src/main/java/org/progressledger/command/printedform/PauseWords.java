package org.progressledger.command.printedform;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.PauseCause;

/** Finds by the {@link PauseRules} whether the project, or its activities, were put off: since when, and why. */
final class PauseWords {
    private static final int LOOK_BACK = 60;

    private PauseWords() {}

    /** A pause, where its words stand, and the rule that found it. */
    record Told(Span span, LocalDate effectiveOn, PauseCause cause, String words, Rule rule) {}

    /** The first one; without a date of its own it starts at the report's. */
    static @Nullable Told in(Telling telling) {
        Span words = earlier(first(telling, PauseRules.BARE.words()), first(telling, PauseRules.INDEFINITE.words()));
        if (words == null) {
            return null;
        }
        Span statement = telling.statementAt(words.start());
        Rule rule = rule(telling, words, statement);
        boolean epidemic = stands(PauseRules.EPIDEMIC_WORDS, telling, statement);
        return new Told(
                words,
                effectiveOn(telling, words, statement),
                epidemic ? PauseCause.COVID_19 : PauseCause.OTHER,
                telling.statement(statement),
                rule);
    }

    private static Rule rule(Telling telling, Span words, Span statement) {
        if (PauseRules.INDEFINITE
                .words()
                .matcher(telling.text())
                .region(words.start(), words.end())
                .lookingAt()) {
            return PauseRules.INDEFINITE;
        }
        if (stands(PauseRules.EPIDEMIC_WORDS, telling, statement)) {
            return PauseRules.EPIDEMIC;
        }
        return stands(PauseRules.CAUSE_WORDS, telling, statement) ? PauseRules.CAUSE : PauseRules.BARE;
    }

    private static boolean stands(Pattern pattern, Telling telling, Span statement) {
        return pattern.matcher(telling.text())
                .region(statement.start(), statement.end())
                .find();
    }

    private static @Nullable Span first(Telling telling, Pattern pattern) {
        Matcher found = pattern.matcher(telling.text());
        while (found.find()) {
            int from = Math.max(telling.statementAt(found.start()).start(), Math.max(0, found.start() - LOOK_BACK));
            Pattern unless = PauseRules.BARE.unless();
            if (unless == null
                    || !unless.matcher(telling.text())
                            .region(from, found.start())
                            .find()) {
                return new Span(found.start(), found.end());
            }
        }
        return null;
    }

    private static @Nullable Span earlier(@Nullable Span one, @Nullable Span other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.start() <= other.start() ? one : other;
    }

    private static LocalDate effectiveOn(Telling telling, Span words, Span statement) {
        int from = words.end();
        int to = statement.end();
        for (Telling.Day day : telling.days()) {
            boolean since = day.start() >= from
                    && day.end() <= to
                    && PauseRules.SINCE
                            .matcher(telling.text())
                            .region(from, day.introduced())
                            .find();
            if (since) {
                return day.mention().days().getFirst();
            }
        }
        return telling.days().stream()
                .filter(day -> isSinceBefore(telling, day, words, statement))
                .map(day -> day.mention().days().getFirst())
                .findFirst()
                .orElse(telling.report().reportedOn());
    }

    private static boolean isSinceBefore(Telling telling, Telling.Day day, Span words, Span statement) {
        return day.introduced() >= statement.start()
                && day.end() <= words.start()
                && PauseRules.SINCE
                        .matcher(telling.text())
                        .region(statement.start(), day.introduced())
                        .find()
                && PauseRules.FROM_THEN_ON
                        .matcher(telling.text())
                        .region(day.end(), words.start())
                        .matches();
    }
}
