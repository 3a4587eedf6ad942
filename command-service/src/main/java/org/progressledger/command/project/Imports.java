package org.progressledger.command.project;

import static org.progressledger.command.project.Decision.refuse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.project.ProjectCommand.ConfirmImport;
import org.progressledger.command.project.ProjectCommand.ImportedFact;
import org.progressledger.events.Fact;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.Source;
import org.progressledger.events.Withdrawn;
import org.progressledger.problems.CommonReason;

/**
 * The rules about printouts. Paper is evidence: falls and gaps are recorded as printed. What stands in the ledger
 * already is matched, not recorded again.
 */
final class Imports {
    private Imports() {}

    static Decision confirm(ConfirmImport confirm, @Nullable Project project, LocalDate today) {
        if (project == null) {
            Decision refused = refusedPaper(confirm.facts(), today);
            return refused != null ? refused : accept(confirm.facts());
        }
        Source registeredFrom = project.registration().recorded().provenance().source();
        if (registeredFrom == null || !registeredFrom.sha256().equals(confirm.printout())) {
            // a later printout, or paper for a typed project: comparing it with what is recorded is not there yet
            return refuse(CommonReason.NOT_YET_SUPPORTED, Map.of());
        }
        Set<ProjectEvent> recorded = new HashSet<>();
        recordedFacts(project).forEach(fact -> recorded.add(fact.event()));
        List<ImportedFact> missing = confirm.facts().stream()
                .filter(fact -> isProposal(fact.event()) && !recorded.contains(fact.event()))
                .toList();
        if (missing.isEmpty()) {
            return refuse(Refusal.NOTHING_TO_RECORD, Map.of());
        }
        for (ImportedFact fact : missing) {
            Decision overlap = fact.event() instanceof ProjectPaused paused
                    ? Standstill.refusedOverlap(project, paused.effectiveOn())
                    : null;
            if (overlap != null) {
                return overlap;
            }
        }
        return accept(missing);
    }

    /**
     * Of two reports with one number nobody but the office can tell which one counts; and a report dated ahead would not
     * count for years, while every later one would be dated before it.
     */
    private static @Nullable Decision refusedPaper(List<ImportedFact> facts, LocalDate today) {
        Set<Integer> numbers = new HashSet<>();
        for (ImportedFact fact : facts) {
            if (fact.event() instanceof ProgressReported report) {
                if (!numbers.add(report.reportNo())) {
                    return refuse(Refusal.REPORT_NUMBER_TWICE, Map.of("reportNo", report.reportNo()));
                }
                if (report.reportedOn().isAfter(today)) {
                    return Decisions.inTheFuture(report.reportedOn(), today);
                }
            }
        }
        return null;
    }

    /** The head and the reports of a printout are recorded with its first confirmation, the proposals as accepted. */
    private static boolean isProposal(ProjectEvent event) {
        return !(event instanceof ProjectRegistered) && !(event instanceof ProgressReported);
    }

    /** What was withdrawn as a mistake is not recorded anew because the same paper is confirmed again. */
    private static Stream<Fact> recordedFacts(Project project) {
        return Stream.of(
                        project.withdrawn().stream().map(Withdrawn::fact),
                        project.activities().stream(),
                        project.letters().stream(),
                        project.citations().stream(),
                        project.pauses().stream().map(pause -> pause.paused()))
                .flatMap(facts -> facts);
    }

    private static Decision accept(List<ImportedFact> facts) {
        List<Decision.Outcome> outcomes = new ArrayList<>(facts.size());
        for (ImportedFact fact : facts) {
            outcomes.add(new Decision.Outcome(fact.event(), fact.source(), fact.reportNo(), null));
        }
        return new Decision.Accepted(outcomes);
    }
}
