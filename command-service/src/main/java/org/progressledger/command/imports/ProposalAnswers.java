package org.progressledger.command.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.imports.DraftAnswer.ProposalAnswer;
import org.progressledger.command.printedform.Confidence;
import org.progressledger.command.printedform.Proposal;
import org.progressledger.command.printedform.Proposal.ActivityProposal;
import org.progressledger.command.printedform.Proposal.AmendmentProposal;
import org.progressledger.command.printedform.Proposal.AppealCitedProposal;
import org.progressledger.command.printedform.Proposal.LetterProposal;
import org.progressledger.command.printedform.Proposal.PauseProposal;
import org.progressledger.command.printedform.Proposal.ResumptionProposal;
import org.progressledger.command.printedform.ReadResult.Read;
import org.progressledger.events.EventCatalogue;

/** The proposals of a draft as they are shown: what is recorded already, or would change nothing, is left out. */
final class ProposalAnswers {
    private ProposalAnswers() {}

    static List<ProposalAnswer> of(Read read, @Nullable BesideLedger beside) {
        Map<String, ToldAmendments.Told> amendments =
                beside == null ? ToldAmendments.beside(read.form()).among(read.proposals(), Map.of()) : beside.told();
        Map<String, ToldCriteria.Told> criteria = beside == null ? Map.of() : beside.criteria();
        List<ProposalAnswer> answers = new ArrayList<>();
        for (Proposal proposal : read.proposals()) {
            boolean shown = proposal instanceof AmendmentProposal
                    ? amendments.containsKey(proposal.id())
                    : beside == null || beside.known() || !beside.recorded().contains(proposal.id());
            ToldCriteria.Told changed = criteria.get(proposal.id());
            if (changed != null) {
                answers.add(criteria(changed));
            } else if (shown) {
                answers.add(proposal(proposal, amendments));
            }
        }
        if (beside != null) {
            beside.details().stream().map(ProposalAnswers::amendment).forEach(answers::add);
        }
        return answers;
    }

    private static ProposalAnswer criteria(ToldCriteria.Told told) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("indicator", told.indicator().toString());
        values.put("before", told.before());
        values.put("after", told.after());
        values.put("effectiveOn", told.effectiveOn());
        values.put("letter", told.proposal().letter());
        values.put("words", told.proposal().words());
        return answer(told.proposal(), EventCatalogue.INDICATOR_CRITERIA_CHANGED, values);
    }

    /** The paper's own head says so. */
    private static ProposalAnswer amendment(PrintedDetails.Changed changed) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("detail", changed.field());
        put(values, "before", changed.before());
        values.put("after", changed.after());
        return new ProposalAnswer(
                changed.id(),
                EventCatalogue.PROJECT_DETAILS_AMENDED.storedName(),
                null,
                values,
                changed.lines(),
                "",
                Confidence.HIGH,
                null);
    }

    private static ProposalAnswer proposal(Proposal proposal, Map<String, ToldAmendments.Told> amendments) {
        Map<String, Object> values = new LinkedHashMap<>();
        EventCatalogue type = switch (proposal) {
            case ActivityProposal activity -> {
                values.put("heldOn", activity.heldOn());
                values.put("description", activity.text());
                yield EventCatalogue.ACTIVITY_HELD;
            }
            case LetterProposal cited -> {
                values.put("number", cited.letter().number());
                put(values, "datedOn", cited.letter().datedOn());
                put(values, "subject", cited.letter().subject());
                yield EventCatalogue.LETTER_CITED;
            }
            case PauseProposal pause -> {
                values.put("effectiveOn", pause.effectiveOn());
                values.put("cause", pause.cause());
                values.put("words", pause.words());
                yield EventCatalogue.PROJECT_PAUSED;
            }
            case ResumptionProposal resumption -> {
                values.put("effectiveOn", resumption.effectiveOn());
                values.put("pausedOn", resumption.pausedOn());
                values.put("words", resumption.words());
                yield EventCatalogue.PROJECT_RESUMED;
            }
            case AppealCitedProposal cited -> {
                put(values, "round", cited.round());
                values.put("stage", cited.stage());
                values.put("criteriaChanged", cited.criteriaChanged());
                values.put("words", cited.words());
                yield EventCatalogue.APPEAL_CITED;
            }
            case AmendmentProposal amendment -> {
                ToldAmendments.Told told = amendments.get(proposal.id());
                values.put("detail", amendment.change().detail());
                put(values, "before", told == null ? null : told.before());
                put(values, "after", told == null ? null : told.after());
                values.put("letter", amendment.letter());
                values.put("words", amendment.words());
                yield EventCatalogue.PROJECT_DETAILS_AMENDED;
            }
        };
        return answer(proposal, type, values);
    }

    private static ProposalAnswer answer(Proposal proposal, EventCatalogue type, Map<String, Object> values) {
        return new ProposalAnswer(
                proposal.id(),
                type.storedName(),
                proposal.reportNo(),
                values,
                proposal.lines(),
                proposal.matched(),
                proposal.origin().confidence(),
                proposal.origin().rule());
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
