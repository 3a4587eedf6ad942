package org.progressledger.command.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.printedform.PrintedForm;
import org.progressledger.command.printedform.Proposal;
import org.progressledger.command.printedform.Proposal.AmendmentProposal;
import org.progressledger.command.printedform.Proposal.Change;
import org.progressledger.command.project.PaperEdit;
import org.progressledger.command.project.ProjectCommand.NewDetails;
import org.progressledger.command.project.ProjectCommand.PaperAmendment;
import org.progressledger.events.Baht;
import org.progressledger.events.Fact;
import org.progressledger.events.Letter;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectDetails;
import org.progressledger.events.ProjectDetailsAmended;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;
import org.progressledger.events.ThaiSpelling;

/**
 * Amendments that narratives tell with their approval letters, beside the details that stand: those of the ledger, else
 * of the form's own head. A head that was printed after the amendment states it already; then there is nothing to amend.
 */
final class ToldAmendments {
    private LocalDate endsOn;
    private BigDecimal allocated;
    private @Nullable String target;

    private ToldAmendments(LocalDate endsOn, BigDecimal allocated, @Nullable String target) {
        this.endsOn = endsOn;
        this.allocated = allocated;
        this.target = target;
    }

    static ToldAmendments beside(PrintedForm form) {
        return new ToldAmendments(
                form.endsOn().value(),
                form.budgetAllocated().value().value(),
                form.target() == null ? null : form.target().value());
    }

    static ToldAmendments beside(Project project) {
        ProjectDetails details = project.details();
        return new ToldAmendments(
                details.period().endsOn(), details.budget().allocated().value(), details.target());
    }

    /** What the ledger holds already: the same detail amended by the same letter, whatever was amended since. */
    static boolean isRecorded(AmendmentProposal proposal, Project project) {
        return project.amendments().stream()
                .map(Fact::event)
                .map(ProjectDetailsAmended.class::cast)
                .anyMatch(amended -> amended.letter() != null
                        && spelt(amended.letter()).equals(spelt(proposal.letter()))
                        && amended.changes().keySet().stream()
                                .anyMatch(detail -> proposal.change().detail().startsWith(detail.field())));
    }

    private static String spelt(Letter letter) {
        return ThaiSpelling.folded(letter.number()).replace(" ", "");
    }

    /**
     * One detail with what stands and what shall.
     *
     * @param read what shall, as the paper was read
     */
    record Told(AmendmentProposal proposal, Object before, Object read, Object after) {
        Told changedTo(Object other) {
            return new Told(proposal, before, read, other);
        }

        /** What a person changed; null for nothing. */
        @Nullable
        String reason() {
            return read.equals(after) ? null : PaperEdit.reason("after", read, after);
        }

        PaperAmendment amendment(Sha256 paper, @Nullable LocalDate on) {
            return new PaperAmendment(
                    details(),
                    new Source(paper, proposal.lines()),
                    on,
                    proposal.reportNo(),
                    proposal.letter(),
                    reason());
        }

        private NewDetails details() {
            return new NewDetails(
                    null,
                    null,
                    null,
                    after instanceof LocalDate day ? day : null,
                    after instanceof BigDecimal amount ? Baht.of(amount.toPlainString()) : null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    after instanceof String words ? words : null,
                    null,
                    null);
        }
    }

    /**
     * In the order of the paper, each beside what the ones before it leave; without those that change nothing.
     *
     * @param edited those of them that a person changed, by id
     */
    Map<String, Told> among(List<Proposal> proposals, Map<String, Proposal> edited) {
        Map<String, Told> told = new LinkedHashMap<>();
        for (Proposal proposal : proposals) {
            if (proposal instanceof AmendmentProposal amendment) {
                Told asRead = told(amendment);
                if (asRead != null) {
                    Told changed = edited.get(proposal.id()) instanceof AmendmentProposal other
                            ? asRead.changedTo(after(other.change()))
                            : asRead;
                    stand(changed.after());
                    told.put(proposal.id(), changed);
                }
            }
        }
        return told;
    }

    private void stand(Object after) {
        switch (after) {
            case LocalDate day -> endsOn = day;
            case BigDecimal amount -> allocated = amount;
            default -> target = after.toString();
        }
    }

    private static Object after(Change change) {
        return switch (change) {
            case Change.EndDate end -> end.after();
            case Change.Allocated budget -> budget.after();
            case Change.TargetWords words -> words.after();
            case Change.Target whole -> whole.after();
            case Change.CriteriaWords words -> words.after();
            case Change.Criteria whole -> whole.after();
        };
    }

    /** What the words say beside what stands; null where that would change nothing, or they speak of something else. */
    private @Nullable Told told(AmendmentProposal proposal) {
        return switch (proposal.change()) {
            case Change.EndDate end ->
                end.after().isAfter(endsOn) ? new Told(proposal, endsOn, end.after(), end.after()) : null;
            case Change.Allocated budget ->
                budget.before().compareTo(allocated) == 0 && budget.after().compareTo(allocated) != 0
                        ? new Told(proposal, allocated, budget.after(), budget.after())
                        : null;
            case Change.TargetWords words -> {
                String after = replaced(target, words.before(), words.after());
                yield target == null || after == null ? null : new Told(proposal, target, after, after);
            }
            case Change.Target whole -> null;
            // of an indicator, not of the head
            case Change.CriteriaWords words -> null;
            case Change.Criteria whole -> null;
        };
    }

    /** The text with the words replaced; null unless they stand in it once. */
    static @Nullable String replaced(@Nullable String text, String before, String after) {
        int at = text == null ? -1 : text.indexOf(before);
        return text == null || at < 0 || text.indexOf(before, at + 1) >= 0
                ? null
                : text.substring(0, at) + after + text.substring(at + before.length());
    }
}
