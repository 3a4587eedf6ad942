package org.progressledger.command.printedform;

import java.time.LocalDate;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.PauseCause;

/** Whether a narrative tells that the project, or its activities, were put off: since when, and why. */
final class PauseWords {
    private PauseWords() {}

    /** A pause, and where its words stand. */
    record Told(Span span, LocalDate effectiveOn, PauseCause cause, String words) {}

    /** The first one; without a date of its own it starts at the report's. */
    static @Nullable Told in(Telling telling) {
        Matcher putOff = Phrases.PUT_OFF.matcher(telling.text());
        if (!putOff.find()) {
            return null;
        }
        Span statement = telling.statementAt(putOff.start());
        boolean epidemic = Phrases.EPIDEMIC
                .matcher(telling.text())
                .region(statement.start(), statement.end())
                .find();
        return new Told(
                new Span(putOff.start(), putOff.end()),
                effectiveOn(telling, putOff.end(), statement.end()),
                epidemic ? PauseCause.COVID_19 : PauseCause.OTHER,
                telling.statement(statement));
    }

    private static LocalDate effectiveOn(Telling telling, int from, int to) {
        for (Telling.Day day : telling.days()) {
            boolean since = day.start() >= from
                    && day.end() <= to
                    && Phrases.SINCE
                            .matcher(telling.text())
                            .region(from, day.introduced())
                            .find();
            if (since) {
                return day.mention().days().getFirst();
            }
        }
        return telling.report().reportedOn();
    }
}
