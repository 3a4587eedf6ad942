package org.progressledger.query.projection;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.RecordedEvent;
import org.progressledger.ledger.deadletter.LedgerContent;
import org.progressledger.ledger.deadletter.MongoDeadLetterQueue;
import org.progressledger.projectledger.ProjectArchive;
import org.progressledger.query.projection.ReadModel.Edition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Follows the ledger. An event only tells which project changed: the project is folded anew from all that is recorded of
 * it, so that an event told twice shows the same, and an import of many events is folded once.
 */
@Component
@ProcessingGroup(ProjectProjection.PROCESSOR)
class ProjectProjection {
    static final String PROCESSOR = "projects";
    private static final Logger LOG = LoggerFactory.getLogger(ProjectProjection.class);

    private final ProjectArchive archive;
    private final ReadModel readModel;
    private final Flagging flagging;
    private final KeptAcross across;
    private final MongoDeadLetterQueue letters;
    private final LedgerContent ledger;
    private final Poison poison = new Poison();
    private final InstantSource clock;

    ProjectProjection(
            ProjectArchive archive,
            ReadModel readModel,
            Flagging flagging,
            KeptAcross across,
            MongoDeadLetterQueue letters,
            LedgerContent ledger,
            InstantSource clock) {
        this.archive = archive;
        this.readModel = readModel;
        this.flagging = flagging;
        this.across = across;
        this.letters = letters;
        this.ledger = ledger;
        this.clock = clock;
    }

    @EventHandler
    void on(ProjectEvent event, @MetaDataValue(value = "ledger.position", required = true) Long position) {
        if (readModel.positionOf(event.project()) < position) {
            fold(event.project());
        }
    }

    /** Folds a project that stood still, unless a position is given that it reflects by now. */
    void again(ProjectCode code, long position) {
        if (readModel.positionOf(code) < position) {
            fold(code);
        }
    }

    /**
     * A fact may be dated ahead, and flags change with the calendar: on its day it begins to count, though nothing is recorded
     * then. A project that was folded by other rules or thresholds of flags, or of which something else was kept, is folded anew.
     * One that stands still is let alone, and one that cannot be folded stands still from then on.
     */
    void foldWhatIsDue() {
        List<ProjectCode> due = readModel.dueOn(today(), edition());
        due.stream().filter(code -> !letters.contains(code.text())).forEach(this::foldOrStandStill);
        if (!due.isEmpty()) {
            LOG.info("{} projects were folded anew: a day has come, or the edition is another", due.size());
        }
    }

    private void foldOrStandStill(ProjectCode code) {
        try {
            fold(code);
        } catch (RuntimeException failed) {
            DeadLetter<EventMessage<?>> letter =
                    new GenericDeadLetter<>(code.text(), ledger.at(readModel.positionOf(code)), failed);
            Throwable cause = poison.decide(letter, failed).enqueueCause().orElse(failed);
            letters.enqueue(code.text(), letter.withCause(cause));
        }
    }

    // one at a time: an older state must not be written over a newer one
    private synchronized void fold(ProjectCode code) {
        ProjectHistory history = archive.history(code);
        if (history.facts().getLast().position() < readModel.positionOf(code)) {
            // another instance has folded further meanwhile
            return;
        }
        LocalDate today = today();
        Optional<LocalDate> nextChangeOn = Stream.of(
                        history.nextChangeAfter(today),
                        flagging.nextChangeAfter(today, history),
                        across.nextChangeAfter(today, history))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
        Folding folding = Folding.of(history, today).flagged(flagging.on(today, history));
        across.keep(history, folding, today);
        readModel.keep(folding, today, nextChangeOn.orElse(null), edition());
    }

    private Edition edition() {
        return new Edition(flagging.edition(), across.edition());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), RecordedEvent.OFFICE);
    }
}
