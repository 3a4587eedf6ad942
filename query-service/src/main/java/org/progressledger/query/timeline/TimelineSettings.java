package org.progressledger.query.timeline;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the page of a timeline quotes from printouts.
 *
 * @param quotedEvents how many events, from the top of the page; the others lead to their lines; 0 to 1,000, default 100
 * @param quotedLines of one event, 1 to 100, default 8
 * @param quotedCharacters of one line, about; 100 to 20,000, default 600
 */
@ConfigurationProperties("progress-ledger.timeline")
record TimelineSettings(
        @DefaultValue("100") int quotedEvents,
        @DefaultValue("8") int quotedLines,
        @DefaultValue("600") int quotedCharacters) {
    TimelineSettings {
        within(quotedEvents, 0, 1_000, "quoted-events");
        within(quotedLines, 1, 100, "quoted-lines");
        within(quotedCharacters, 100, 20_000, "quoted-characters");
    }

    private static void within(int given, int least, int most, String name) {
        if (given < least || given > most) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ": " + given);
        }
    }
}
