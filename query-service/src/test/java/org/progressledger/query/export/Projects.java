package org.progressledger.query.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.Provenance;
import org.progressledger.events.RecordedEvent;
import org.progressledger.query.Office;
import org.progressledger.query.projection.Folding;
import org.progressledger.query.projection.KeptProjects.KeptProject;

/** Invented projects as they are kept, without a ledger. */
public final class Projects {
    private static final Provenance BY_OFFICER =
            new Provenance("somsri", "OFFICER", "เขตตัวอย่าง", "c", null, Office.PAPER, null, null);

    private Projects() {}

    /** With that many reports, one a month, each above the last. */
    public static KeptProject withReports(int reports) {
        List<ProjectEvent> events = new ArrayList<>(List.of(Office.registered("50470000-3298", "ขุดลอกคลอง")));
        for (int no = 1; no <= reports; no++) {
            events.add(Office.reported("50470000-3298", no, Integer.toString(no)));
        }
        return of(events);
    }

    public static KeptProject of(List<? extends ProjectEvent> events) {
        List<RecordedEvent> recorded = new ArrayList<>();
        for (ProjectEvent event : events) {
            int n = recorded.size();
            recorded.add(new RecordedEvent(
                    100 + n,
                    n,
                    "event-" + n,
                    Instant.parse("2021-10-01T03:00:00Z").plusSeconds(n),
                    "ab".repeat(32),
                    event,
                    BY_OFFICER));
        }
        Folding folding = Folding.of(ProjectHistory.of(recorded), LocalDate.of(2021, 10, 2))
                .flagged(List.of());
        return new KeptProject(folding.project(), folding.reports(), folding.timeline(), folding.percentChanges());
    }
}
