package org.progressledger.command.project;

import static org.progressledger.command.project.Decision.refuse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.project.LaterPrintout.Different;
import org.progressledger.command.project.ProjectCommand.ConfirmImport;
import org.progressledger.command.project.ProjectCommand.ImportedFact;
import org.progressledger.command.project.ProjectCommand.PaperAmendment;
import org.progressledger.command.project.ProjectCommand.PaperCorrection;
import org.progressledger.events.IndicatorCriteriaChanged;
import org.progressledger.events.Percent;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectDetails;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.Report;

/**
 * The rules about printouts. Paper is evidence: falls and gaps are recorded as printed. What stands in the ledger already is
 * matched, not recorded again; a recorded report is corrected by paper only where somebody says why.
 */
final class Imports {
    private Imports() {}

    static Decision confirm(ConfirmImport confirm, @Nullable Project project, LocalDate today) {
        Decision refused = refusedPaper(confirm.facts(), today);
        if (refused != null) {
            return refused;
        }
        if (project == null) {
            Decision stray = refusedStray(confirm.corrections(), Set.of());
            return stray != null ? stray : recorded(confirm, confirm.facts(), List.of(), null);
        }
        LaterPrintout paper = LaterPrintout.of(confirm.facts(), project);
        Decision contradicted = refusedContradiction(paper, confirm.corrections());
        if (contradicted != null) {
            return contradicted;
        }
        Decision fall = refusedFall(paper, confirm.corrections(), project);
        Decision missing = fall != null ? fall : refusedMissing(paper.missing(), project);
        return missing != null
                ? missing
                : recorded(confirm, paper.missing(), corrections(paper, confirm.corrections()), project);
    }

    /** @param project null where this paper registers it */
    private static Decision recorded(
            ConfirmImport confirm,
            List<ImportedFact> missing,
            List<Decision.Outcome> corrections,
            @Nullable Project project) {
        List<Decision.Outcome> outcomes = new ArrayList<>(corrections);
        switch (PaperStandstill.of(missing, project)) {
            case PaperStandstill.Settled.Impossible impossible -> {
                return impossible.refusal();
            }
            case PaperStandstill.Settled.Facts settled -> outcomes.addAll(outcomes(settled.facts()));
        }
        Decision impossibleCriteria = refusedCriteria(missing, project);
        if (impossibleCriteria != null) {
            return impossibleCriteria;
        }
        ProjectDetails details = project == null ? details(confirm.facts()) : project.details();
        for (PaperAmendment amendment : confirm.amendments()) {
            Decision impossible = Amendments.refusedPrinted(amendment, details, project);
            if (impossible != null) {
                return impossible;
            }
            Amendments.printed(amendment, confirm.project(), details)
                    .ifPresent(event -> outcomes.add(
                            new Decision.Outcome(event, amendment.source(), amendment.reportNo(), amendment.reason())));
            details = Amendments.after(amendment, details);
        }
        return outcomes.isEmpty() ? refuse(Refusal.NOTHING_TO_RECORD, Map.of()) : new Decision.Accepted(outcomes);
    }

    /** The rules of a coordinator's own change; what stood before was looked up when the draft was confirmed. */
    private static @Nullable Decision refusedCriteria(List<ImportedFact> facts, @Nullable Project project) {
        for (ImportedFact fact : facts) {
            if (fact.event() instanceof IndicatorCriteriaChanged told && project != null) {
                Decision decided = Indicators.criteria(
                        new ProjectCommand.ChangeCriteria(
                                told.project(),
                                told.indicator(),
                                told.after(),
                                told.effectiveOn(),
                                told.appealRound(),
                                Objects.requireNonNullElse(fact.reason(), "")),
                        project);
                if (decided instanceof Decision.Accepted accepted) {
                    // somebody changed them since the confirmation was read
                    if (!accepted.outcomes().getFirst().event().equals(told)) {
                        return refuse(
                                Refusal.CRITERIA_CHANGED_LATER_ALREADY,
                                Map.of("since", told.effectiveOn(), "given", told.effectiveOn()));
                    }
                } else {
                    return decided;
                }
            }
        }
        return null;
    }

    /** What the paper itself registers. */
    private static ProjectDetails details(List<ImportedFact> facts) {
        ProjectRegistered head = facts.stream()
                .map(ImportedFact::event)
                .filter(ProjectRegistered.class::isInstance)
                .map(ProjectRegistered.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A paper that registers nothing"));
        return new ProjectDetails(
                head.name(),
                head.fiscalYear(),
                head.period(),
                head.budget(),
                head.agency(),
                head.responsibleOfficer(),
                head.coordinator(),
                head.rationale(),
                head.objectives(),
                head.target(),
                head.strategy(),
                head.indicators());
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

    /** Paper never changes a recorded report by itself. The same bytes were confirmed before: they tell nothing new of it. */
    private static @Nullable Decision refusedContradiction(LaterPrintout paper, List<PaperCorrection> corrections) {
        if (paper.known()) {
            return refusedStray(corrections, paper.differentNumbers());
        }
        Set<Integer> explained =
                corrections.stream().map(PaperCorrection::reportNo).collect(Collectors.toSet());
        List<Different> left = paper.different().stream()
                .filter(each -> !explained.contains(each.told().reportNo()) || !isCorrectable(each))
                .toList();
        if (!left.isEmpty()) {
            return refuse(
                    Refusal.PRINTOUT_CONTRADICTS_REPORTS,
                    Map.of(
                            "reports",
                            left.stream()
                                    .map(each -> Integer.toString(each.told().reportNo()))
                                    .collect(Collectors.joining(", ")),
                            "differences",
                            left.stream().map(Imports::told).toList()));
        }
        return refusedStray(corrections, paper.differentNumbers());
    }

    /** A report keeps the date under which it was handed in. */
    private static boolean isCorrectable(Different report) {
        return report.fields().stream().noneMatch(field -> field.field().equals("reportedOn"));
    }

    private static Map<String, Object> told(Different report) {
        return Map.of("reportNo", report.told().reportNo(), "fields", report.fields());
    }

    private static @Nullable Decision refusedStray(List<PaperCorrection> corrections, Set<Integer> different) {
        return corrections.stream()
                .map(PaperCorrection::reportNo)
                .filter(number -> !different.contains(number))
                .findFirst()
                .map(number -> refuse(Refusal.NOTHING_TO_CORRECT_BY_PAPER, Map.of("reportNo", number)))
                .orElse(null);
    }

    private static List<Decision.Outcome> corrections(LaterPrintout paper, List<PaperCorrection> corrections) {
        List<Decision.Outcome> outcomes = new ArrayList<>();
        for (Different report : paper.different()) {
            ProgressReported told = report.told();
            corrections.stream()
                    .filter(correction -> correction.reportNo() == told.reportNo())
                    .findFirst()
                    .ifPresent(correction -> outcomes.add(new Decision.Outcome(
                            new ProgressCorrected(
                                    told.project(),
                                    told.reportNo(),
                                    report.recorded().content(),
                                    told.content(),
                                    null,
                                    correction.letter()),
                            report.printed().source(),
                            null,
                            correction.reason())));
        }
        return outcomes;
    }

    /** Corrections by paper, taken together, create or deepen no fall between recorded reports. */
    private static @Nullable Decision refusedFall(
            LaterPrintout paper, List<PaperCorrection> corrections, Project project) {
        Set<Integer> corrected =
                corrections.stream().map(PaperCorrection::reportNo).collect(Collectors.toSet());
        List<Reports.Moved> moved = new ArrayList<>();
        for (Report report : project.reports().values()) {
            if (report.counts()) {
                Percent before = report.content().percent();
                Percent after = paper.different().stream()
                        .map(Different::told)
                        .filter(told -> told.reportNo() == report.reportNo() && corrected.contains(told.reportNo()))
                        .findFirst()
                        .map(told -> told.content().percent())
                        .orElse(before);
                moved.add(new Reports.Moved(report.reportNo(), before, after));
            }
        }
        return Reports.refusedFalls(moved);
    }

    private static @Nullable Decision refusedMissing(List<ImportedFact> missing, Project project) {
        for (ImportedFact fact : missing) {
            ProjectEvent asRead = fact.asRead();
            if (asRead != null
                    && LaterPrintout.isRecorded(new ImportedFact(asRead, fact.source(), fact.reportNo()), project)) {
                return refuse(
                        Refusal.EDITED_FACT_IS_RECORDED,
                        Map.of(
                                "reportNo", Objects.requireNonNullElse(fact.reportNo(), 0),
                                "change", Objects.requireNonNullElse(whyChanged(fact), "")));
            }
            Decision refused =
                    fact.event() instanceof ProgressReported report ? refusedAfterEnd(report, project) : null;
            if (refused != null) {
                return refused;
            }
        }
        return null;
    }

    private static @Nullable Decision refusedAfterEnd(ProgressReported report, Project project) {
        Decision finished = Standstill.refusedWhenFinished(project);
        return finished != null ? finished : Standstill.refusedWhileEnded(project, report.reportedOn());
    }

    private static List<Decision.Outcome> outcomes(List<ImportedFact> facts) {
        return facts.stream()
                .map(fact -> new Decision.Outcome(fact.event(), fact.source(), fact.reportNo(), whyChanged(fact)))
                .toList();
    }

    private static @Nullable String whyChanged(ImportedFact fact) {
        return fact.asRead() == null ? fact.reason() : PaperEdit.reason(fact.asRead(), fact.event());
    }
}
