package org.progressledger.command.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.Provenance;
import org.progressledger.events.RecordedEvent;

/** The shell around the rules: loads what is recorded, asks, applies. It decides nothing itself. */
@Aggregate(type = "project")
class ProjectAggregate {
    /** Stamped on every event that the ledger hands out. */
    static final String RECORDED_AT = "ledger.recordedAt";

    @AggregateIdentifier
    private @Nullable String code;

    private final List<RecordedEvent> recorded = new ArrayList<>();

    ProjectAggregate() {
        // Axon makes it, then tells it what happened
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decision handle(Ask ask) {
        Decision decision = decide(ask);
        if (decision instanceof Decision.Accepted accepted) {
            record(accepted, ask.provenance());
        }
        return decision;
    }

    /** What was decided, with what the command's metadata says. */
    void record(Decision.Accepted accepted, Provenance ofCommand) {
        for (Decision.Outcome outcome : accepted.outcomes()) {
            Provenance provenance = outcome.provenance(ofCommand);
            AggregateLifecycle.apply(outcome.event(), MetaData.from(provenance.toMetadata()));
        }
    }

    /** Everything that the ledger holds of the project, in its order. */
    List<RecordedEvent> recorded() {
        return List.copyOf(recorded);
    }

    /** Whoever looked at an older version is told what came since, before any rule of the office. */
    private Decision decide(Ask ask) {
        Long expected = ask.expectedVersion();
        if (expected != null && expected != recorded.size()) {
            return Versions.refuse(expected, recorded);
        }
        Project project = ProjectHistory.of(recorded).on(LocalDate.MAX).orElse(null);
        return Decisions.decide(ask.command(), project, ask.asker(), ask.today(), ask.deadline());
    }

    @EventSourcingHandler
    void on(ProjectEvent event, @SequenceNumber long sequence, MetaData metadata) {
        code = event.project().text();
        Object recordedAt = metadata.get(RECORDED_AT);
        if (recordedAt != null) {
            recorded.add(new RecordedEvent(
                    sequence,
                    sequence,
                    code + "/" + sequence,
                    Instant.parse(recordedAt.toString()),
                    "",
                    event,
                    Provenance.fromMetadata(metadata)));
        }
        // an event that this command just applied has no place in the ledger yet, and nobody asks for it again
    }
}
