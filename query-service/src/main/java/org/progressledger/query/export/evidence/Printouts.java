package org.progressledger.query.export.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.progressledger.events.LineRange;
import org.progressledger.query.projection.Views.SourceView;
import org.progressledger.query.projection.Views.TimelineEntry;

/**
 * The printouts that facts were read from. Their bytes name persons and are sealed in the command service; what a fact's
 * lines say stands in its payload. Whoever holds the paper's file compares digest and lines.
 */
record Printouts(List<Printout> printouts) {

    /** A printout by its digest, and where on it each event was read. */
    record Printout(String sha256, List<Read> events) {}

    /** An event and its lines, counted from 1. */
    record Read(long position, String type, List<LineRange> lines) {}

    static Printouts of(List<TimelineEntry> timeline) {
        Map<String, List<Read>> byDigest = new LinkedHashMap<>();
        for (TimelineEntry entry : timeline) {
            SourceView source = entry.source();
            if (source != null) {
                byDigest.computeIfAbsent(source.sha256(), first -> new ArrayList<>())
                        .add(new Read(entry.position(), entry.type(), source.lines()));
            }
        }
        return new Printouts(byDigest.entrySet().stream()
                .map(each -> new Printout(each.getKey(), List.copyOf(each.getValue())))
                .toList());
    }
}
