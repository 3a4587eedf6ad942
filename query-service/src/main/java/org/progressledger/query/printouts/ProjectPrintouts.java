package org.progressledger.query.printouts;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ProjectHistory;
import org.progressledger.problems.ProblemException;
import org.progressledger.projectledger.PrintoutText;
import org.progressledger.query.printouts.Printouts.Printout;
import org.progressledger.query.projection.QueryReason;
import org.progressledger.query.projection.Snapshot;

/** The printouts of one project as one asker may see them, each opened once; for one request. */
public final class ProjectPrintouts {
    private final String project;
    private final ProjectHistory history;
    private final Optional<Redaction> redaction;
    private final boolean inClear;
    private final RedactedPrintouts kept;
    private final Map<String, PrintoutSource> opened = new HashMap<>();

    /** @param redaction empty where a person of the project was erased */
    ProjectPrintouts(
            String project,
            ProjectHistory history,
            Optional<Redaction> redaction,
            boolean inClear,
            RedactedPrintouts kept) {
        this.project = project;
        this.history = history;
        this.redaction = redaction;
        this.inClear = inClear;
        this.kept = kept;
    }

    /** What is recorded of the project. */
    public ProjectHistory history() {
        return history;
    }

    /**
     * Line by line.
     *
     * @throws ProblemException unless an event of the project names it: a digest alone opens nothing
     */
    public PrintoutSource source(String sha256) {
        return opened.computeIfAbsent(sha256, this::open);
    }

    private PrintoutSource open(String sha256) {
        Printout printout = Printouts.of(Snapshot.timeline(history)).printouts().stream()
                .filter(each -> each.sha256().equals(sha256))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        QueryReason.PRINTOUT_NOT_FOUND, Map.of("project", project, "sha256", sha256)));
        if (redaction.isEmpty()) {
            return PrintoutSource.withheld(project, sha256, PrintoutSource.PERSON_ERASED);
        }
        Optional<String> text = inClear ? kept.inClear(sha256) : kept.text(sha256, redaction.get());
        if (text.isEmpty()) {
            return PrintoutSource.withheld(project, sha256, PrintoutSource.NOT_KEPT);
        }
        PrintoutText placed = kept.placed(sha256).orElse(null);
        return PrintoutSource.of(project, printout, !inClear, lines(text.get(), placed), placed);
    }

    /** As they were counted when they were read. */
    private static List<String> lines(String text, @Nullable PrintoutText placed) {
        List<String> lines = Arrays.asList(text.split("\r\n|\r|\n", -1));
        boolean endsWithLineEnd =
                placed == null && lines.size() > 1 && lines.getLast().isEmpty();
        return endsWithLineEnd ? lines.subList(0, lines.size() - 1) : lines;
    }
}
