package org.progressledger.events;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The dates that other facts of the same project stand at. */
final class ReportDates implements HappenedOn.Dates {
    private final Map<Integer, TreeMap<Long, LocalDate>> byReport = new HashMap<>();
    private final Map<Long, LocalDate> byFact = new HashMap<>();

    ReportDates(List<RecordedEvent> events) {
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof ProgressReported reported) {
                byReport.computeIfAbsent(reported.reportNo(), number -> new TreeMap<>())
                        .put(recorded.sequence(), reported.reportedOn());
            }
        }
    }

    /** To be told of each fact, in the order of recording. */
    void note(long sequence, LocalDate happenedOn) {
        byFact.put(sequence, happenedOn);
    }

    @Override
    public @Nullable LocalDate ofReport(int reportNo, long sequence) {
        TreeMap<Long, LocalDate> revisions = byReport.get(reportNo);
        if (revisions == null) {
            return null;
        }
        Map.Entry<Long, LocalDate> standing = revisions.floorEntry(sequence);
        // a fact of the same printout may stand before the report that tells it
        return standing == null ? revisions.firstEntry().getValue() : standing.getValue();
    }

    @Override
    public @Nullable LocalDate ofFact(long sequence) {
        return byFact.get(sequence);
    }
}
