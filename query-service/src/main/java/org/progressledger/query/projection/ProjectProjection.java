package org.progressledger.query.projection;

import java.time.InstantSource;
import java.time.LocalDate;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.RecordedEvent;
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
    private final InstantSource clock;

    ProjectProjection(ProjectArchive archive, ReadModel readModel, InstantSource clock) {
        this.archive = archive;
        this.readModel = readModel;
        this.clock = clock;
    }

    @EventHandler
    void on(ProjectEvent event, @MetaDataValue(value = "ledger.position", required = true) Long position) {
        if (readModel.positionOf(event.project()) < position) {
            fold(event.project());
        }
    }

    /** A fact may be dated ahead: on its day it begins to count, though nothing is recorded then. */
    void foldWhatBeginsToCountToday() {
        for (ProjectCode code : readModel.dueOn(today())) {
            LOG.info("A fact of {} begins to count today", code);
            fold(code);
        }
    }

    // one at a time: an older state must not be written over a newer one
    private synchronized void fold(ProjectCode code) {
        ProjectHistory history = archive.history(code);
        LocalDate today = today();
        readModel.keep(
                Folding.of(history, today),
                today,
                history.nextChangeAfter(today).orElse(null));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), RecordedEvent.OFFICE);
    }
}
