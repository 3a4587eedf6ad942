package org.progressledger.query.projectlist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectHistory;
import org.progressledger.projectledger.ProjectArchive;
import org.progressledger.query.projection.Flagging;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.Snapshot;
import org.springframework.stereotype.Component;

/** Projects as they were, with the hits of audit flags of that point, folded from the ledger. */
@Component
class PastProjects {
    private final ProjectArchive archive;
    private final Flagging flagging;

    PastProjects(ProjectArchive archive, Flagging flagging) {
        this.archive = archive;
        this.flagging = flagging;
    }

    /** In this order, those of which something was known by then and had happened. */
    List<ProjectView> asOf(List<String> codes, LocalDate day, Instant recordedAt) {
        return codes.stream()
                .flatMap(code -> asOf(archive.history(ProjectCode.of(code)), day, recordedAt).stream())
                .toList();
    }

    private Optional<ProjectView> asOf(ProjectHistory history, LocalDate day, Instant recordedAt) {
        return Snapshot.asOf(history, day, recordedAt)
                .map(snapshot -> snapshot.project().with(flagging.asOf(day, recordedAt, history)));
    }
}
