package org.progressledger.query.printouts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.LineRange;
import org.progressledger.query.projection.Views.SourceView;
import org.progressledger.query.projection.Views.TimelineEntry;

/**
 * The printouts that facts were read from. Their bytes name persons: a pack holds their text with the persons made
 * unreadable. Whoever holds the paper's file compares the digest of its bytes.
 */
public record Printouts(List<Printout> printouts) {

    /**
     * A printout by its digest, and where on it each event was read.
     *
     * @param redacted the file of its text in the pack; null where it is withheld
     * @param withheld why there is none: {@code PERSON_ERASED}, for nobody knows which words name that person, {@code
     *     SHEET_OF_SEVERAL_PROJECTS}, or {@code NOT_KEPT}
     */
    public record Printout(
            String sha256,
            @Nullable String redacted,
            @Nullable String withheld,
            List<Read> events) {}

    /** An event and its lines, counted from 1. */
    public record Read(long position, String type, List<LineRange> lines) {}

    public static Printouts of(List<TimelineEntry> timeline) {
        Map<String, List<Read>> byDigest = new LinkedHashMap<>();
        for (TimelineEntry entry : timeline) {
            SourceView source = entry.source();
            if (source != null) {
                byDigest.computeIfAbsent(source.sha256(), first -> new ArrayList<>())
                        .add(new Read(entry.position(), entry.type(), source.lines()));
            }
        }
        return new Printouts(byDigest.entrySet().stream()
                .map(each -> new Printout(each.getKey(), null, null, List.copyOf(each.getValue())))
                .toList());
    }

    /** The same, told where each printout's text is. */
    public Printouts with(Function<String, String> file, Function<String, String> withheld) {
        return new Printouts(printouts.stream()
                .map(each -> new Printout(
                        each.sha256(),
                        emptyToNull(file.apply(each.sha256())),
                        emptyToNull(withheld.apply(each.sha256())),
                        each.events()))
                .toList());
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
