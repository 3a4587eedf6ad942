package org.progressledger.query.projection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.EventCatalogue;
import org.progressledger.events.Fact;
import org.progressledger.events.FactWithdrawn;
import org.progressledger.events.Percent;
import org.progressledger.events.PercentChange;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.ReportReturned;
import org.progressledger.query.projection.Views.ActorView;
import org.progressledger.query.projection.Views.PercentMove;
import org.progressledger.query.projection.Views.SourceView;
import org.progressledger.query.projection.Views.TimelineEntry;

/** Every event of a project, in order of position, with what it did to the percentage. */
final class TimelineShown {
    private final Map<Long, PercentChange> changes = new HashMap<>();
    private final Map<Long, Long> positions = new HashMap<>();
    private final Map<Long, Long> withdrawals = new HashMap<>();

    private TimelineShown() {}

    static List<TimelineEntry> of(ProjectHistory history, List<PercentChange> changes) {
        TimelineShown timeline = new TimelineShown();
        changes.forEach(change -> timeline.changes.put(change.fact().position(), change));
        for (Fact fact : history.facts()) {
            timeline.positions.put(fact.sequence(), fact.position());
            if (fact.event() instanceof FactWithdrawn withdrawn) {
                timeline.withdrawals.put(withdrawn.sequence(), fact.position());
            }
        }
        return timeline.entries(history.facts());
    }

    private List<TimelineEntry> entries(List<Fact> facts) {
        List<TimelineEntry> entries = new ArrayList<>();
        BigDecimal current = Percent.ZERO.value();
        for (Fact fact : facts) {
            PercentChange change = changes.get(fact.position());
            BigDecimal after = change == null ? current : change.to().value();
            entries.add(entry(fact, new PercentMove(current, after)));
            current = after;
        }
        return entries;
    }

    private TimelineEntry entry(Fact fact, PercentMove move) {
        return new TimelineEntry(
                fact.position(),
                fact.sequence(),
                EventCatalogue.of(fact.event()).storedName(),
                fact.happenedOn(),
                fact.recorded().recordedAt(),
                ActorView.of(fact.recorded().provenance()),
                Summaries.of(fact.event()),
                move,
                Folding.reason(fact),
                reportNo(fact),
                withdrawals.get(fact.sequence()),
                fact.event() instanceof FactWithdrawn withdrawn ? positions.get(withdrawn.sequence()) : null,
                SourceView.of(fact),
                fact.recorded().id(),
                fact.recorded().hash());
    }

    /** The report that an event is about, else the one whose narrative tells it. */
    static @Nullable Integer reportNo(Fact fact) {
        return switch (fact.event()) {
            case ProgressReported reported -> Integer.valueOf(reported.reportNo());
            case ProgressCorrected corrected -> Integer.valueOf(corrected.reportNo());
            case ReportReturned returned -> Integer.valueOf(returned.reportNo());
            default -> fact.recorded().provenance().reportNo();
        };
    }
}
