package org.progressledger.command.imports;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.printedform.Proposal;
import org.progressledger.command.printedform.Proposal.AmendmentProposal;
import org.progressledger.command.printedform.Proposal.Change;
import org.progressledger.command.project.PaperEdit;
import org.progressledger.command.project.ProjectCommand.ImportedFact;
import org.progressledger.events.CriteriaVersion;
import org.progressledger.events.Indicator;
import org.progressledger.events.IndicatorCriteriaChanged;
import org.progressledger.events.IndicatorId;
import org.progressledger.events.Letter;
import org.progressledger.events.Project;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;

/** Changes of criteria that narratives tell with their approval letters, beside the indicators that are adopted. */
final class ToldCriteria {
    private ToldCriteria() {}

    /**
     * One indicator's criteria, as they stand and as they shall.
     *
     * @param read what shall, as the paper was read
     * @param effectiveOn the letter's date, else the report's
     */
    record Told(
            AmendmentProposal proposal,
            IndicatorId indicator,
            int version,
            String before,
            String read,
            String after,
            LocalDate effectiveOn) {

        ImportedFact fact(Sha256 paper, Project project) {
            Letter letter = proposal.letter();
            String why = "ตามหนังสือ " + letter.number() + (letter.datedOn() == null ? "" : " " + letter.datedOn());
            String edited = read.equals(after) ? "" : "; " + PaperEdit.reason("after", read, after);
            return new ImportedFact(
                    new IndicatorCriteriaChanged(project.code(), indicator, version, before, after, effectiveOn, null),
                    new Source(paper, proposal.lines()),
                    proposal.reportNo(),
                    null,
                    why + edited);
        }
    }

    /**
     * By the id of the proposal: where its old words stand in the criteria of one adopted indicator, once.
     *
     * @param edited those that a person changed, by id
     */
    static Map<String, Told> among(
            List<Proposal> proposals,
            Map<String, Proposal> edited,
            Map<Integer, LocalDate> reportDates,
            Project project) {
        Map<String, Told> told = new LinkedHashMap<>();
        for (Proposal proposal : proposals) {
            if (proposal instanceof AmendmentProposal amendment
                    && amendment.change() instanceof Change.CriteriaWords words) {
                LocalDate on = Objects.requireNonNullElse(
                        amendment.letter().datedOn(), reportDates.getOrDefault(amendment.reportNo(), LocalDate.MAX));
                Told one = told(amendment, words, on, project);
                if (one != null) {
                    told.put(proposal.id(), changed(one, edited.get(proposal.id())));
                }
            }
        }
        return told;
    }

    private static Told changed(Told told, @Nullable Proposal edited) {
        return edited instanceof AmendmentProposal other && other.change() instanceof Change.Criteria whole
                ? new Told(
                        told.proposal(),
                        told.indicator(),
                        told.version(),
                        told.before(),
                        told.read(),
                        whole.after(),
                        told.effectiveOn())
                : told;
    }

    private static @Nullable Told told(
            AmendmentProposal proposal, Change.CriteriaWords words, LocalDate on, Project project) {
        List<Indicator> meant = project.indicators().values().stream()
                .filter(each -> {
                    CriteriaVersion standing = each.criteriaInForce();
                    return !on.isBefore(standing.effectiveOn())
                            && ToldAmendments.replaced(standing.text(), words.before(), words.after()) != null;
                })
                .toList();
        if (meant.size() != 1) {
            return null;
        }
        CriteriaVersion standing = meant.getFirst().criteriaInForce();
        String before = Objects.requireNonNull(standing.text());
        String after = Objects.requireNonNull(ToldAmendments.replaced(before, words.before(), words.after()));
        return new Told(proposal, meant.getFirst().adopted().id(), standing.version() + 1, before, after, after, on);
    }
}
