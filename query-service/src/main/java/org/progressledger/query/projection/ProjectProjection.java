package org.progressledger.query.projection;

import java.util.List;
import java.util.function.Predicate;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectEvent;
import org.progressledger.ledger.deadletter.LedgerContent;
import org.progressledger.ledger.deadletter.MongoDeadLetterQueue;
import org.progressledger.projectledger.ProjectArchive;
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
    private final Keeping keeping;
    private final MongoDeadLetterQueue letters;
    private final LedgerContent ledger;
    private final Poison poison = new Poison();

    ProjectProjection(
            ProjectArchive archive,
            ReadModel readModel,
            Keeping keeping,
            MongoDeadLetterQueue letters,
            LedgerContent ledger) {
        this.archive = archive;
        this.readModel = readModel;
        this.keeping = keeping;
        this.letters = letters;
        this.ledger = ledger;
    }

    @EventHandler
    void on(ProjectEvent event, @MetaDataValue(value = "ledger.position", required = true) Long position) {
        again(event.project(), position);
    }

    /** Folds a project, unless everything that is kept of it reflects a position by now. */
    void again(ProjectCode code, long position) {
        if (keeping.reflects(code) < position) {
            fold(code);
        }
    }

    /**
     * A fact may be dated ahead, and flags change with the calendar: on its day it begins to count, though nothing is recorded
     * then. A project that was folded by other rules or thresholds of flags is folded anew. One that stands still is let
     * alone, and one that cannot be folded stands still from then on.
     *
     * @param ours which projects this instance follows; whoever follows the others looks after them
     */
    void foldWhatIsDue(Predicate<ProjectCode> ours) {
        List<ProjectCode> due = readModel.dueOn(keeping.today(), keeping.flagEdition()).stream()
                .filter(ours)
                .toList();
        due.stream().filter(code -> !letters.contains(code.text())).forEach(this::foldOrStandStill);
        if (!due.isEmpty()) {
            LOG.info("{} projects were folded anew: a day has come, or flags are found otherwise", due.size());
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

    private void fold(ProjectCode code) {
        keeping.keep(keeping.folded(archive.history(code)));
    }
}
