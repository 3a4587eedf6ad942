package org.progressledger.command.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.Provenance;
import org.progressledger.events.RecordedEvent;
import org.progressledger.events.Source;

/**
 * Several commands on one project, decided one after the other by the rules of single ones: each stands on what is recorded
 * and on what those before it would record. What is refused leaves no trace for the next.
 */
final class Series {
    private final List<RecordedEvent> events;
    private final Asker asker;
    private final LocalDate today;
    private final Deadline deadline;

    private Series(List<RecordedEvent> recorded, Asker asker, LocalDate today, Deadline deadline) {
        this.events = new ArrayList<>(recorded);
        this.asker = asker;
        this.today = today;
        this.deadline = deadline;
    }

    /**
     * @param asked commands on one project or on several
     * @param recorded all events of a project, in their order
     * @return as many answers, in the same order
     */
    static List<Foreseen> decide(
            List<Asked> asked,
            Function<ProjectCode, List<RecordedEvent>> recorded,
            Asker asker,
            LocalDate today,
            Deadline deadline) {
        Map<ProjectCode, Series> ofProject = new HashMap<>();
        return asked.stream()
                .map(one -> ofProject
                        .computeIfAbsent(
                                one.command().project(),
                                code -> new Series(recorded.apply(code), asker, today, deadline))
                        .next(one))
                .toList();
    }

    private Foreseen next(Asked asked) {
        Project project = ProjectHistory.of(events).on(LocalDate.MAX).orElse(null);
        Decision decision = decide(asked, project);
        if (decision instanceof Decision.Accepted accepted) {
            accepted.outcomes().forEach(outcome -> imagine(outcome, asked.source()));
        }
        boolean theirs = asker.mayActFor(asked.command().project().text());
        return new Foreseen(decision, theirs ? project : null);
    }

    private Decision decide(Asked asked, @Nullable Project project) {
        Decision decision = Decisions.decide(asked.command(), project, asker, today, deadline);
        Source source = asked.source();
        if (source == null || !(decision instanceof Decision.Accepted)) {
            return decision;
        }
        // the same file again would pass for the next month's: nothing else tells the two apart
        return events.stream()
                .filter(event -> source.equals(event.provenance().source()))
                .map(RecordedEvent::event)
                .filter(ProgressReported.class::isInstance)
                .map(event -> ((ProgressReported) event).reportNo())
                .findFirst()
                .map(no -> Decision.refuse(Refusal.LINE_ALREADY_RECORDED, Map.of("reportNo", no)))
                .orElse(decision);
    }

    /** As if it were recorded; the ledger gives it a position and an instant later. */
    private void imagine(Decision.Outcome outcome, @Nullable Source source) {
        long position = events.isEmpty() ? 0 : events.getLast().position() + 1;
        Instant after = events.isEmpty() ? Instant.EPOCH : events.getLast().recordedAt();
        Provenance provenance =
                new Provenance(asker.id(), asker.role().name(), null, "imagined", null, source, null, null);
        events.add(new RecordedEvent(
                position, events.size(), "imagined", after, "", outcome.event(), outcome.provenance(provenance)));
    }
}
