package org.progressledger.query.printouts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.LineRange;
import org.progressledger.projectledger.PrintoutText;
import org.progressledger.projectledger.PrintoutText.Box;

/**
 * A printout line by line, with the recorded facts that were read from each line.
 *
 * @param redacted whether persons were made unreadable, as for everyone who sees them masked
 * @param withheld why there are no lines: {@code PERSON_ERASED}, for nobody knows which words name that person, or {@code
 *     NOT_KEPT}; null where there are
 * @param extractor what took the lines out of a PDF; null for text
 */
public record PrintoutSource(
        String projectCode,
        String sha256,
        boolean redacted,
        @Nullable String withheld,
        @Nullable String extractor,
        List<SourceLine> lines) {
    static final String PERSON_ERASED = "PERSON_ERASED";
    static final String NOT_KEPT = "NOT_KEPT";

    /**
     * One line.
     *
     * @param number from 1, as events name it
     * @param page of a PDF on which it begins; null for text
     * @param boxes of a PDF, in points from the page's left upper corner; null for text
     */
    public record SourceLine(
            int number,
            String text,
            @Nullable Integer page,
            @Nullable List<Box> boxes,
            List<ReadFact> facts) {}

    /** An event that was read from a line. */
    public record ReadFact(long position, String type) {}

    static PrintoutSource withheld(String projectCode, String sha256, String why) {
        return new PrintoutSource(projectCode, sha256, true, why, null, List.of());
    }

    /**
     * @param text as the asker may see it, line by line
     * @param placed where the lines stand in a PDF; null for text
     */
    static PrintoutSource of(
            String projectCode,
            Printouts.Printout printout,
            boolean redacted,
            List<String> text,
            @Nullable PrintoutText placed) {
        List<SourceLine> lines = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            int number = i + 1;
            PrintoutText.Line place = placed == null ? null : placed.lines().get(i);
            lines.add(new SourceLine(
                    number,
                    text.get(i),
                    place == null ? null : place.page(),
                    place == null ? null : place.boxes(),
                    printout.events().stream()
                            .filter(read -> read.lines().stream().anyMatch(range -> holds(range, number)))
                            .map(read -> new ReadFact(read.position(), read.type()))
                            .toList()));
        }
        return new PrintoutSource(
                projectCode, printout.sha256(), redacted, null, placed == null ? null : placed.extractor(), lines);
    }

    private static boolean holds(LineRange range, int line) {
        return range.first() <= line && line <= range.last();
    }
}
