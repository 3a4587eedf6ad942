package org.progressledger.command.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.command.agencies.AgencyNames;
import org.progressledger.command.imports.PaperReading.Paper;
import org.progressledger.command.printedform.Proposal;
import org.progressledger.command.printedform.Proposal.AmendmentProposal;
import org.progressledger.command.printedform.Proposal.Change;
import org.progressledger.command.printedform.ReadResult.Read;
import org.progressledger.command.printedform.Reading;
import org.progressledger.command.printedform.Stated;
import org.progressledger.command.printedform.Warning;
import org.progressledger.command.printedform.WarningCode;
import org.progressledger.command.project.CommandDesk;
import org.progressledger.command.project.CommandSettings;
import org.progressledger.command.project.ProjectCommand.ConfirmImport;
import org.progressledger.command.project.ProjectCommand.ImportedFact;
import org.progressledger.command.project.ProjectCommand.PaperAmendment;
import org.progressledger.command.project.ProjectCommand.PaperCorrection;
import org.progressledger.command.project.Refusal;
import org.progressledger.events.EventJson;
import org.progressledger.events.PersonalData;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.Sha256;
import org.progressledger.ledger.Commit;
import org.progressledger.problems.ProblemException;
import org.progressledger.projectledger.Person;
import org.progressledger.projectledger.PersonVault;
import org.progressledger.projectledger.PrintoutText;
import org.springframework.stereotype.Component;

/** Reads a printout into a draft, and records a confirmed draft in one commit. */
@Component
class ImportDesk implements OnePrintout {
    private final Drafts drafts;
    private final CommandDesk commands;
    private final PersonVault vault;
    private final AgencyNames agencies;
    private final PaperReading reading;
    private final CommandSettings limits;

    ImportDesk(
            Drafts drafts,
            CommandDesk commands,
            PersonVault vault,
            AgencyNames agencies,
            PaperReading reading,
            CommandSettings limits) {
        this.drafts = drafts;
        this.commands = commands;
        this.vault = vault;
        this.agencies = agencies;
        this.reading = reading;
        this.limits = limits;
    }

    /**
     * A draft, what was read from its bytes, and how that stands to what is recorded of the project.
     *
     * @param recorded null while the project is not
     * @param waiting null where only what was read counts
     */
    record Shown(String importId, Read read, @Nullable BesideLedger recorded, Drafts.@Nullable Waiting waiting) {}

    /**
     * What a confirmation asks for beside the form itself.
     *
     * @param choices option by reading
     * @param edit values that a person changed: proposal id, then field, then value, as they came
     */
    record Confirmed(
            Set<String> accepted,
            Map<String, String> choices,
            List<PaperCorrection> corrections,
            Map<String, ?> edit) {}

    @Override
    public String newImportId() {
        return Drafts.newId();
    }

    @Override
    public Taken read(String importId, HandedFile file, Asker asker) {
        Shown shown = keep(importId, file, asker);
        Read read = shown.read();
        String code = read.form().projectCode().value().text();
        return new Taken(importId, code, read.warnings().size(), drafts.isKeptPrintout(read.sha256()));
    }

    /** @throws ProblemException if nothing can be read, or the form is another agency's */
    Shown read(HandedFile file, Asker asker) {
        return keep(newImportId(), file, asker);
    }

    private Shown keep(String importId, HandedFile file, Asker asker) {
        Paper paper = reading.read(file.bytes(), file.declared(), file.pdf());
        Read read = paper.read();
        refuseOtherAgency(read, asker);
        String charset = file.declared() == null ? null : file.declared().name();
        Drafts.Waiting waiting = drafts.waitingFromNow(
                importId,
                read.sha256(),
                file.name(),
                read.form().projectCode().value().text());
        drafts.keep(new Drafts.Draft(
                importId, file.bytes(), read.sha256(), shown(read), charset, extractor(paper), asker.id(), waiting));
        return shown(waiting, read, asker);
    }

    private static @Nullable String extractor(Paper paper) {
        return paper.text() == null ? null : paper.text().extractor();
    }

    private Shown shown(Drafts.Waiting waiting, Read read, Asker asker) {
        ProjectCode code = read.form().projectCode().value();
        Read shown = besideTheRegister(read);
        BesideLedger beside = commands.recorded(code)
                .map(project -> BesideLedger.of(shown, project, mayChangeCriteria(asker), vault::open))
                .orElse(null);
        return new Shown(waiting.importId(), beside == null ? shown : beside.warned(shown), beside, waiting);
    }

    /** The draft again, read as chosen where the paper can be read in more than one way. */
    Shown show(String importId, Map<String, String> choices, Asker asker) {
        Drafts.Draft draft = draft(importId);
        return shown(draft.waiting(), readAs(readAgain(draft, asker), choices, asker), asker);
    }

    /** The draft again, and where its lines were found. */
    Sourced source(String importId, Asker asker) {
        Drafts.Draft draft = draft(importId);
        Paper paper = readAgain(draft, asker);
        return new Sourced(shown(draft.waiting(), paper.read(), asker), paper.text());
    }

    /** @param text null where the bytes are text themselves */
    record Sourced(Shown shown, @Nullable PrintoutText text) {}

    /** Records the form with what was accepted beside it. */
    Commit confirm(String importId, Confirmed confirmed, Asker asker, @Nullable String key, @Nullable Long version) {
        Drafts.Draft draft = draft(importId);
        Paper paper = readAgain(draft, asker);
        Read read = readAs(paper, confirmed.choices(), asker);
        refuseOpen(read, confirmed.choices());
        refuseUnknown(confirmed.accepted(), read, asker);
        Map<String, Proposal> edited =
                ProposalEdits.of(confirmed.edit(), confirmed.accepted(), read, commands.today(), limits);
        // the same paper confirmed in the same way is the same command, whoever holds the draft
        Sha256 digest = digest(draft.sha256(), confirmed, edited);
        String commandId = key == null ? "import:" + digest.hex() : key;
        Optional<Commit> earlier = commands.recordedBefore(asker, commandId, digest);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        // neither the paper nor a person's key is kept for what would be refused
        try {
            commands.refuseIfHopeless(command(draft, read, confirmed, edited, person -> PaperFacts.NOBODY), asker);
        } catch (ProblemException refused) {
            // the same confirmation may have been recorded since it was looked for
            return commands.recordedBefore(asker, commandId, digest).orElseThrow(() -> refused);
        }
        drafts.keepPrintout(draft, paper.text());
        return commands.handle(command(draft, read, confirmed, edited, vault::seal), asker, commandId, version, digest);
    }

    private ConfirmImport command(
            Drafts.Draft draft,
            Read read,
            Confirmed confirmed,
            Map<String, Proposal> edited,
            Function<Person, PersonalData> seal) {
        ProjectCode code = read.form().projectCode().value();
        PrintedDetails details = new PrintedDetails(read.form(), read.sha256());
        Optional<Project> recorded = commands.recorded(code);
        // the head of a later printout is not recorded: nobody needs a key for it
        Function<Person, PersonalData> sealHead = recorded.isPresent() ? person -> PaperFacts.NOBODY : seal;
        List<PaperAmendment> amendments = new ArrayList<>(told(read, confirmed.accepted(), edited, recorded));
        recorded.map(project ->
                        details.amendment(details.changed(project.details(), vault::open), confirmed.accepted(), seal))
                .ifPresent(amendments::add);
        return new ConfirmImport(
                code,
                draft.sha256(),
                facts(read, confirmed.accepted(), edited, recorded, sealHead),
                amendments,
                confirmed.corrections());
    }

    private static List<ImportedFact> facts(
            Read read,
            Set<String> accepted,
            Map<String, Proposal> edited,
            Optional<Project> recorded,
            Function<Person, PersonalData> seal) {
        List<ImportedFact> facts = new ArrayList<>(PaperFacts.of(read, accepted, edited, seal));
        List<Proposal> proposals = read.proposals().stream()
                .filter(proposal -> accepted.contains(proposal.id()))
                .toList();
        recorded.ifPresent(project -> ToldCriteria.among(proposals, edited, PaperFacts.reportDates(read), project)
                .values()
                .forEach(told -> facts.add(told.fact(read.sha256(), project))));
        return facts;
    }

    /** Amendments of narratives before those of the head: the head was printed last. */
    private static List<PaperAmendment> told(
            Read read, Set<String> accepted, Map<String, Proposal> edited, Optional<Project> recorded) {
        List<Proposal> unknown = read.proposals().stream()
                .filter(proposal -> accepted.contains(proposal.id()))
                .filter(proposal -> recorded.isEmpty()
                        || !(proposal instanceof AmendmentProposal amendment)
                        || !ToldAmendments.isRecorded(amendment, recorded.get()))
                .toList();
        Map<Integer, LocalDate> dates = PaperFacts.reportDates(read);
        return recorded
                .map(ToldAmendments::beside)
                .orElseGet(() -> ToldAmendments.beside(read.form()))
                .among(unknown, edited)
                .values()
                .stream()
                .map(one ->
                        one.amendment(read.sha256(), dates.get(one.proposal().reportNo())))
                .toList();
    }

    private Drafts.Draft draft(String importId) {
        return drafts.find(importId)
                .orElseThrow(() -> new ProblemException(ImportReason.IMPORT_NOT_FOUND, Map.of("importId", importId)));
    }

    private Paper readAgain(Drafts.Draft draft, Asker asker) {
        Charset declared = draft.charset() == null ? null : Charset.forName(draft.charset());
        Paper paper = reading.read(draft.bytes(), declared, draft.extractor() != null);
        refuseOtherAgency(paper.read(), asker);
        boolean sameLines = Objects.equals(extractor(paper), draft.extractor());
        if (!sameLines || !shown(paper.read()).equals(draft.shown())) {
            throw new ProblemException(ImportReason.DRAFT_IS_OUTDATED);
        }
        return paper;
    }

    /** The paper as the person read it, where it can be read in more than one way. */
    private Read readAs(Paper paper, Map<String, String> choices, Asker asker) {
        if (choices.isEmpty()) {
            return paper.read();
        }
        Read read = reading.again(paper, choices);
        refuseOtherAgency(read, asker);
        Map<String, String> taken = read.readings().stream().collect(Collectors.toMap(Reading::id, Reading::taken));
        choices.forEach((id, option) -> {
            if (!option.equals(taken.get(id))) {
                throw new ProblemException(ImportReason.UNKNOWN_READING, Map.of("reading", id, "option", option));
            }
        });
        return read;
    }

    /** Nothing is chosen for a person. */
    private static void refuseOpen(Read read, Map<String, String> choices) {
        List<Reading> open = read.readings().stream()
                .filter(reading -> !choices.containsKey(reading.id()))
                .toList();
        if (!open.isEmpty()) {
            Reading first = open.getFirst();
            throw new ProblemException(
                    ImportReason.READING_NOT_CHOSEN,
                    Map.of("reading", first.id(), "line", first.line(), "readings", open));
        }
    }

    private static void refuseOtherAgency(Read read, Asker asker) {
        String code = read.form().projectCode().value().text();
        if (!asker.mayActFor(code)) {
            throw new ProblemException(Refusal.NOT_YOUR_AGENCY, Map.of("project", code));
        }
    }

    /** Not part of what is confirmed: the register may change while a draft waits, the paper does not. */
    private Read besideTheRegister(Read read) {
        String code = read.form().projectCode().value().agencyCode();
        Stated<ResponsibleAgency> printed = read.form().agency();
        String name = printed.value().name();
        return agencies.otherThan(name, code)
                .map(registered -> read.with(new Warning(
                        WarningCode.AGENCY_NAME_DIFFERS,
                        printed.lines().getFirst().first(),
                        Map.of("code", code, "printed", name, "registered", registered))))
                .orElse(read);
    }

    /** As with the command of its own. */
    private static boolean mayChangeCriteria(Asker asker) {
        return asker.role() == Role.COORDINATOR;
    }

    private static void refuseUnknown(Set<String> accepted, Read read, Asker asker) {
        Set<String> known = read.proposals().stream()
                .filter(proposal -> mayChangeCriteria(asker)
                        || !(proposal instanceof AmendmentProposal amendment
                                && amendment.change() instanceof Change.CriteriaWords))
                .map(Proposal::id)
                .collect(Collectors.toSet());
        known.addAll(new PrintedDetails(read.form(), read.sha256()).ids());
        for (String id : accepted) {
            if (!known.contains(id)) {
                throw new ProblemException(ImportReason.UNKNOWN_PROPOSAL, Map.of("proposal", id));
            }
        }
    }

    /** Everything that would be recorded, so that nobody confirms what was not shown. */
    private static Sha256 shown(Read read) {
        return digestOf(List.of(DraftAnswer.of(new Shown("", read, null, null), warning -> ""), read.proposals()));
    }

    private static Sha256 digest(Sha256 printout, Confirmed confirmed, Map<String, Proposal> edited) {
        List<Object> asked = new ArrayList<>(List.of(printout.hex(), new TreeSet<>(confirmed.accepted())));
        if (!confirmed.corrections().isEmpty()) {
            asked.add(confirmed.corrections());
        }
        if (!confirmed.choices().isEmpty()) {
            asked.add(new TreeMap<>(confirmed.choices()));
        }
        if (!edited.isEmpty()) {
            asked.add(edited);
        }
        return digestOf(asked);
    }

    private static Sha256 digestOf(Object shown) {
        return Sha256.ofBytes(EventJson.mapper().writeValueAsString(shown).getBytes(StandardCharsets.UTF_8));
    }
}
