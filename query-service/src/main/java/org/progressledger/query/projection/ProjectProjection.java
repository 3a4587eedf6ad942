package org.progressledger.query.projection;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    private final Flagging flagging;
    private final InstantSource clock;

    ProjectProjection(ProjectArchive archive, ReadModel readModel, Flagging flagging, InstantSource clock) {
        this.archive = archive;
        this.readModel = readModel;
        this.flagging = flagging;
        this.clock = clock;
    }

    @EventHandler
    void on(ProjectEvent event, @MetaDataValue(value = "ledger.position", required = true) Long position) {
        if (readModel.positionOf(event.project()) < position) {
            fold(event.project());
        }
    }

    /**
     * A fact may be dated ahead, and flags change with the calendar: on its day it begins to count, though nothing is recorded
     * then. So do other rules or thresholds of flags than those by which a project was folded last.
     */
    void foldWhatIsDue() {
        List<ProjectCode> due = readModel.dueOn(today(), flagging.edition());
        due.forEach(this::fold);
        if (!due.isEmpty()) {
            LOG.info("{} projects were folded anew: a day has come, or the rules of flags are others", due.size());
        }
    }

    // one at a time: an older state must not be written over a newer one
    private synchronized void fold(ProjectCode code) {
        ProjectHistory history = archive.history(code);
        LocalDate today = today();
        Optional<LocalDate> nextChangeOn = Stream.of(
                        history.nextChangeAfter(today), flagging.nextChangeAfter(today, history))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
        readModel.keep(
                Folding.of(history, today).flagged(flagging.on(today, history)),
                today,
                nextChangeOn.orElse(null),
                flagging.edition());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), RecordedEvent.OFFICE);
    }
}
