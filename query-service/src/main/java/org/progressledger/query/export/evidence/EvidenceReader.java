package org.progressledger.query.export.evidence;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.progressledger.access.Asker;
import org.progressledger.events.PersonalData;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.RecordedEvent;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.projectledger.ProjectArchive;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.export.SealedLedger;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.Flagging;
import org.progressledger.query.projection.Folding;
import org.progressledger.query.projection.ProjectView.PersonView;
import org.springframework.stereotype.Component;

/** Reads a project out of the ledger itself, not out of what is kept for answering. */
@Component
class EvidenceReader {
    private final CommitLog log;
    private final Flagging flagging;
    private final ProjectDesk desk;
    private final InstantSource clock;
    private final SealedLedger sealed;

    EvidenceReader(CommitLog log, Flagging flagging, ProjectDesk desk, InstantSource clock, SealedLedger sealed) {
        this.log = log;
        this.flagging = flagging;
        this.desk = desk;
        this.clock = clock;
        this.sealed = sealed;
    }

    /** Empty for a code of which nothing is recorded. */
    Optional<Evidence> read(ProjectCode code, Asker asker) {
        Instant readAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // the tail first: up to it the file is complete, whatever is recorded meanwhile
        OptionalLong end = log.lastPosition();
        if (end.isEmpty()) {
            return Optional.empty();
        }
        LedgerEvent tail = log.read(end.getAsLong(), 1).getFirst();
        List<LedgerEvent> events;
        try (Stream<LedgerEvent> stream = log.streamOf(code.text(), 0)) {
            events = stream.takeWhile(event -> event.position() <= tail.position())
                    .toList();
        }
        if (events.isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.ofInstant(readAt, RecordedEvent.OFFICE);
        return Optional.of(new Evidence(
                events,
                folded(events, today, desk.reading(code.text(), asker)),
                today,
                tail,
                readAt,
                asker.id(),
                sealed.now()));
    }

    private Folding folded(List<LedgerEvent> events, LocalDate today, Function<PersonalData, PersonView> reading) {
        ProjectHistory history =
                ProjectHistory.of(events.stream().map(ProjectArchive::recorded).toList());
        List<FlagView> flags = flagging.on(today, history);
        Folding folding = Folding.of(history, today).flagged(flags);
        return new Folding(
                folding.project().shownBy(reading),
                folding.reports().stream()
                        .map(report -> report.shownBy(reading))
                        .toList(),
                folding.timeline(),
                folding.percentChanges());
    }
}
