package org.progressledger.projectledger;

import java.util.List;
import java.util.Optional;
import org.progressledger.events.EventJson;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.Provenance;
import org.progressledger.events.RecordedEvent;
import org.progressledger.ledger.Commit;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;

/** Reads projects out of the ledger: a stream of the ledger is the file of one project. */
public final class ProjectArchive {
    private final CommitLog log;

    public ProjectArchive(CommitLog log) {
        this.log = log;
    }

    /** All that is recorded of a project; an empty history for a code nobody registered. */
    public ProjectHistory history(ProjectCode code) {
        return ProjectHistory.of(recordedOf(code));
    }

    /** The same as the ledger holds it, in the order of positions. */
    public List<RecordedEvent> recordedOf(ProjectCode code) {
        return log.readStream(code.text(), 0).stream()
                .map(ProjectArchive::recorded)
                .toList();
    }

    /** What a command recorded, if it was. */
    public Optional<Commit> commitOf(String actor, String commandId) {
        return log.findCommit(actor, commandId);
    }

    /** @throws org.progressledger.events.UnknownEventException if this release does not know the event */
    public static RecordedEvent recorded(LedgerEvent stored) {
        return new RecordedEvent(
                stored.position(),
                stored.sequence(),
                stored.eventId(),
                stored.recordedAt(),
                stored.leafHash(),
                EventJson.read(stored.type(), stored.revision(), stored.payload()),
                Provenance.fromMetadata(stored.metadata()));
    }
}
