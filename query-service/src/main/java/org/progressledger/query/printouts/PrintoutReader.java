package org.progressledger.query.printouts;

import java.util.List;
import java.util.Optional;
import org.progressledger.access.Asker;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectHistory;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.projectledger.ProjectArchive;
import org.springframework.stereotype.Component;

/** Opens the printouts that a project's facts were read from. */
@Component
public class PrintoutReader {
    private final CommitLog log;
    private final RedactedPrintouts kept;

    PrintoutReader(CommitLog log, RedactedPrintouts kept) {
        this.log = log;
        this.kept = kept;
    }

    /** Empty for a code of which nothing is recorded; that the asker sees the project is asked before. */
    public Optional<ProjectPrintouts> of(ProjectCode code, Asker asker) {
        List<LedgerEvent> events = log.readStream(code.text(), 0);
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProjectPrintouts(
                        code.text(),
                        ProjectHistory.of(
                                events.stream().map(ProjectArchive::recorded).toList()),
                        kept.redaction(events),
                        asker.seesPersonalData(code.text()),
                        kept));
    }
}
