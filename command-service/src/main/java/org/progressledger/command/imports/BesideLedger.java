package org.progressledger.command.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.progressledger.command.imports.PrintedDetails.Changed;
import org.progressledger.command.printedform.Proposal;
import org.progressledger.command.printedform.Proposal.AmendmentProposal;
import org.progressledger.command.printedform.ReadResult.Read;
import org.progressledger.command.printedform.Warning;
import org.progressledger.command.printedform.WarningCode;
import org.progressledger.command.project.LaterPrintout;
import org.progressledger.command.project.LaterPrintout.Different;
import org.progressledger.command.project.ProjectCommand.ImportedFact;
import org.progressledger.events.PersonalData;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.Project;
import org.progressledger.projectledger.Person;

/**
 * A printout of a project that is recorded, beside what is recorded of it.
 *
 * @param version of the project when it was looked at; {@code If-Match} of the confirmation
 * @param added numbers of reports that the confirmation would record
 * @param same numbers of reports that are recorded as the paper tells them
 * @param different reports that the paper tells otherwise
 * @param older whether the ledger holds a later report than the paper
 * @param known whether these very bytes were recorded before: the same confirmation may be repeated, so all is proposed again
 * @param recorded ids of proposals that are recorded already
 * @param told amendments that narratives tell and that would change something, by id
 * @param criteria changes of criteria that narratives tell and that whoever asks may record, by id
 * @param details that the paper states otherwise; none where the paper is older, or was recorded before
 */
record BesideLedger(
        long version,
        long ledgerPosition,
        List<Integer> added,
        List<Integer> same,
        List<Different> different,
        boolean older,
        boolean known,
        Set<String> recorded,
        Map<String, ToldAmendments.Told> told,
        Map<String, ToldCriteria.Told> criteria,
        List<Changed> details) {

    /** @param mayChangeCriteria whether whoever asks is a coordinator */
    static BesideLedger of(
            Read read, Project project, boolean mayChangeCriteria, Function<PersonalData, Optional<Person>> open) {
        LaterPrintout form = LaterPrintout.of(PaperFacts.of(read, Set.of(), person -> PaperFacts.NOBODY), project);
        Set<String> recorded = new HashSet<>();
        PaperFacts.proposed(read).forEach((id, fact) -> {
            if (LaterPrintout.isRecorded(fact, project)) {
                recorded.add(id);
            }
        });
        boolean tellsDetails = !form.older() && !form.known();
        return new BesideLedger(
                project.version(),
                project.ledgerPosition(),
                form.missing().stream()
                        .map(fact -> ((ProgressReported) fact.event()).reportNo())
                        .toList(),
                form.same(),
                form.known() ? List.of() : form.different(),
                form.older(),
                form.known(),
                recorded,
                told(read, project),
                mayChangeCriteria
                        ? ToldCriteria.among(read.proposals(), Map.of(), PaperFacts.reportDates(read), project)
                        : Map.of(),
                tellsDetails
                        ? new PrintedDetails(read.form(), read.sha256()).changed(project.details(), open)
                        : List.of());
    }

    private static Map<String, ToldAmendments.Told> told(Read read, Project project) {
        List<Proposal> unknown = read.proposals().stream()
                .filter(proposal -> !(proposal instanceof AmendmentProposal amendment)
                        || !ToldAmendments.isRecorded(amendment, project))
                .toList();
        return ToldAmendments.beside(project).among(unknown, Map.of());
    }

    /** The same paper with what a person should look at before confirming it. */
    Read warned(Read read) {
        Read warned = read;
        if (older) {
            int line = read.form().projectCode().lines().getFirst().first();
            warned = warned.with(new Warning(WarningCode.PRINTOUT_IS_OLDER, line, Map.of()));
        }
        for (Different report : different) {
            ImportedFact printed = report.printed();
            warned = warned.with(new Warning(
                    WarningCode.REPORT_DIFFERS_FROM_LEDGER,
                    printed.source().lines().getFirst().first(),
                    Map.of(
                            "reportNo",
                            report.recorded().reportNo(),
                            "fields",
                            report.fields().stream()
                                    .map(LaterPrintout.Field::field)
                                    .collect(Collectors.joining(", ")))));
        }
        return warned;
    }
}
