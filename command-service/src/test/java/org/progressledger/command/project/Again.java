package org.progressledger.command.project;

import java.time.LocalDate;
import java.util.List;
import org.progressledger.access.Asker;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.RecordedEvent;

/** What the rules say to a command that was recorded, on what precedes it in the ledger. */
public final class Again {
    private Again() {}

    /** @param before the project's events up to the command, in the order of the ledger */
    public static Decision decided(ProjectCommand command, List<RecordedEvent> before, Asker asker, LocalDate today) {
        return Decisions.decide(
                command, ProjectHistory.of(before).on(LocalDate.MAX).orElse(null), asker, today, Deadline.NONE);
    }
}
