package org.progressledger.query.report;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.progressledger.access.Asker;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.Provenance;
import org.progressledger.events.RecordedEvent;
import org.progressledger.projectledger.ProjectArchive;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.Flagging;
import org.springframework.stereotype.Component;

/** What the audit rules will find once a report is recorded: the rules themselves, over the project with the report in it. */
@Component
class FlagsAhead {
    private final ProjectArchive archive;
    private final Flagging flagging;
    private final InstantSource clock;

    FlagsAhead(ProjectArchive archive, Flagging flagging, InstantSource clock) {
        this.archive = archive;
        this.flagging = flagging;
        this.clock = clock;
    }

    /** The hits that the report adds, in the order of the flags. */
    List<FlagView> of(ProgressReported report, Asker asker) {
        return added(archive.recordedOf(report.project()), report, asker, clock.instant(), flagging);
    }

    static List<FlagView> added(
            List<RecordedEvent> recorded, ProgressReported report, Asker asker, Instant now, Flagging flagging) {
        LocalDate today = LocalDate.ofInstant(now, RecordedEvent.OFFICE);
        List<RecordedEvent> with = new ArrayList<>(recorded);
        with.add(new RecordedEvent(
                recorded.isEmpty() ? 0 : recorded.getLast().position() + 1,
                recorded.size(),
                "not-recorded",
                now,
                "",
                report,
                new Provenance(
                        asker.id(), asker.role().name(), asker.agency(), "not-recorded", null, null, null, null)));
        Set<String> before = flagging.on(today, ProjectHistory.of(recorded)).stream()
                .map(FlagView::id)
                .collect(Collectors.toSet());
        return flagging.on(today, ProjectHistory.of(with)).stream()
                .filter(hit -> !before.contains(hit.id()))
                .toList();
    }
}
