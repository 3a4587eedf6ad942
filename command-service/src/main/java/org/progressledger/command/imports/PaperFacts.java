package org.progressledger.command.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.printedform.PrintedForm;
import org.progressledger.command.printedform.PrintedPerson;
import org.progressledger.command.printedform.PrintedReport;
import org.progressledger.command.printedform.Proposal;
import org.progressledger.command.printedform.Proposal.ActivityProposal;
import org.progressledger.command.printedform.Proposal.AmendmentProposal;
import org.progressledger.command.printedform.Proposal.AppealCitedProposal;
import org.progressledger.command.printedform.Proposal.LetterProposal;
import org.progressledger.command.printedform.Proposal.PauseProposal;
import org.progressledger.command.printedform.Proposal.ResumptionProposal;
import org.progressledger.command.printedform.ReadResult.Read;
import org.progressledger.command.printedform.Stated;
import org.progressledger.command.project.ProjectCommand.ImportedFact;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.AppealCited;
import org.progressledger.events.Budget;
import org.progressledger.events.LetterCited;
import org.progressledger.events.LineRange;
import org.progressledger.events.Period;
import org.progressledger.events.PersonalData;
import org.progressledger.events.PrintedRow;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.ProjectResumed;
import org.progressledger.events.ReportContent;
import org.progressledger.events.Source;
import org.progressledger.projectledger.Person;

/** From a form that a person has confirmed to the facts it states, by date, then by place on paper. */
final class PaperFacts {
    /** Stands for a person while nothing is recorded. */
    static final PersonalData NOBODY = new PersonalData("-", "-");

    private final Read read;
    private final ProjectCode code;
    private final Function<Person, PersonalData> seal;
    private final Map<Integer, LocalDate> reportDates;

    private PaperFacts(Read read, Function<Person, PersonalData> seal) {
        this.read = read;
        this.code = read.form().projectCode().value();
        this.seal = seal;
        this.reportDates = reportDates(read);
    }

    /** The date of each printed report; of two with one number, the first one's. */
    static Map<Integer, LocalDate> reportDates(Read read) {
        return read.form().reports().stream()
                .collect(Collectors.toMap(PrintedReport::reportNo, PrintedReport::reportedOn, (first, again) -> first));
    }

    /** @param accepted ids of the proposals that the person accepted */
    static List<ImportedFact> of(Read read, Set<String> accepted, Function<Person, PersonalData> seal) {
        return of(read, accepted, Map.of(), seal);
    }

    /**
     * @param accepted ids of the proposals that the person accepted
     * @param edited those of them that the person changed
     */
    static List<ImportedFact> of(
            Read read, Set<String> accepted, Map<String, Proposal> edited, Function<Person, PersonalData> seal) {
        PaperFacts paper = new PaperFacts(read, seal);
        List<Dated> facts = new ArrayList<>();
        read.form().reports().forEach(report -> facts.add(paper.report(report)));
        for (Proposal proposal : read.proposals()) {
            Dated asRead = accepted.contains(proposal.id()) ? paper.proposed(proposal) : null;
            if (asRead != null) {
                Proposal changed = edited.get(proposal.id());
                Dated fact = changed == null ? asRead : paper.proposed(changed);
                facts.add(
                        fact == null || fact == asRead
                                ? asRead
                                : fact.read(asRead.fact().event()));
            }
        }
        return Stream.concat(
                        Stream.of(paper.registration()),
                        facts.stream().sorted(Dated.BY_DATE_THEN_PLACE).map(Dated::fact))
                .toList();
    }

    /** The fact that each proposal would become, by its id; without amendments, which change what stands then. */
    static Map<String, ImportedFact> proposed(Read read) {
        PaperFacts paper = new PaperFacts(read, person -> NOBODY);
        Map<String, ImportedFact> facts = new LinkedHashMap<>();
        for (Proposal proposal : read.proposals()) {
            Dated fact = paper.proposed(proposal);
            if (fact != null) {
                facts.put(proposal.id(), fact.fact());
            }
        }
        return facts;
    }

    private record Dated(LocalDate on, ImportedFact fact) {
        static final Comparator<Dated> BY_DATE_THEN_PLACE = Comparator.comparing(Dated::on)
                .thenComparing(dated -> dated.fact().source().lines().getFirst().first());

        Dated read(ProjectEvent asRead) {
            return new Dated(on, new ImportedFact(fact.event(), fact.source(), fact.reportNo(), asRead, null));
        }
    }

    private Dated report(PrintedReport report) {
        ProgressReported reported = new ProgressReported(
                code,
                report.reportNo(),
                1,
                report.reportedOn(),
                new ReportContent(
                        report.percent(),
                        report.disbursed(),
                        report.scheduleStatus(),
                        report.targetStatus(),
                        report.narrative()),
                new PrintedRow(
                        report.labelNo(), report.narrativeRaw(), report.schedulePrinted(), report.targetPrinted()));
        return new Dated(report.reportedOn(), new ImportedFact(reported, source(report.lines()), null));
    }

    /** Null for an amendment. */
    private @Nullable Dated proposed(Proposal proposal) {
        LocalDate reportedOn = reportDates.getOrDefault(proposal.reportNo(), LocalDate.MAX);
        return switch (proposal) {
            case ActivityProposal activity ->
                dated(activity.heldOn(), new ActivityHeld(code, activity.heldOn(), activity.text()), proposal);
            case LetterProposal cited -> {
                LocalDate datedOn = cited.letter().datedOn();
                yield dated(datedOn == null ? reportedOn : datedOn, new LetterCited(code, cited.letter()), proposal);
            }
            case PauseProposal pause ->
                dated(
                        reportedOn,
                        new ProjectPaused(code, pause.effectiveOn(), pause.cause(), pause.words(), null),
                        proposal);
            case ResumptionProposal resumption ->
                dated(
                        resumption.effectiveOn(),
                        // which pause it ends is settled when it is decided: another day of it may be recorded
                        new ProjectResumed(
                                code,
                                resumption.effectiveOn(),
                                earlier(resumption.pausedOn(), resumption.effectiveOn()),
                                resumption.words(),
                                null),
                        proposal);
            case AmendmentProposal amendment -> null;
            case AppealCitedProposal cited ->
                dated(
                        reportedOn,
                        new AppealCited(
                                code, cited.round(), cited.stage(), cited.criteriaChanged(), reportedOn, cited.words()),
                        proposal);
        };
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private Dated dated(LocalDate on, ProjectEvent event, Proposal proposal) {
        return new Dated(on, new ImportedFact(event, source(proposal.lines()), proposal.reportNo()));
    }

    private ImportedFact registration() {
        PrintedForm form = read.form();
        ProjectRegistered registered = new ProjectRegistered(
                code,
                form.name().value(),
                form.fiscalYear().value(),
                new Period(form.startsOn().value(), form.endsOn().value()),
                new Budget(form.budgetAllocated().value(), valueOf(form.budgetSpent())),
                form.agency().value(),
                sealed(form.responsibleOfficer()),
                sealed(form.coordinator()),
                valueOf(form.rationale()),
                form.objectives().stream().map(Stated::value).toList(),
                valueOf(form.target()),
                valueOf(form.strategy()),
                form.indicators().stream().map(Stated::value).toList());
        return new ImportedFact(registered, source(linesOfHead(form)), null);
    }

    private static List<LineRange> linesOfHead(PrintedForm form) {
        return Stream.of(
                        Stream.of(
                                form.projectCode(),
                                form.name(),
                                form.fiscalYear(),
                                form.startsOn(),
                                form.endsOn(),
                                form.budgetAllocated(),
                                form.agency()),
                        Stream.of(
                                        form.budgetSpent(),
                                        form.responsibleOfficer(),
                                        form.coordinator(),
                                        form.rationale(),
                                        form.target(),
                                        form.strategy())
                                .filter(stated -> stated != null),
                        form.objectives().stream(),
                        form.indicators().stream())
                .flatMap(stated -> stated)
                .flatMap(stated -> stated.lines().stream())
                .distinct()
                .sorted(Comparator.comparingInt(LineRange::first).thenComparingInt(LineRange::last))
                .toList();
    }

    private @Nullable PersonalData sealed(@Nullable Stated<PrintedPerson> stated) {
        if (stated == null) {
            return null;
        }
        PrintedPerson person = stated.value();
        return seal.apply(new Person(person.name(), person.phone(), person.asPrinted()));
    }

    private static <T> @Nullable T valueOf(@Nullable Stated<T> stated) {
        return stated == null ? null : stated.value();
    }

    private Source source(List<LineRange> lines) {
        return new Source(read.sha256(), lines);
    }
}
