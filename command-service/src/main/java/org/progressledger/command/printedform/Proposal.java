package org.progressledger.command.printedform;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AppealStage;
import org.progressledger.events.Letter;
import org.progressledger.events.LineRange;
import org.progressledger.events.PauseCause;

/** A fact that a narrative tells of. A person accepts it or not; nothing follows by itself. */
public sealed interface Proposal {

    /** Which words on which lines gave rise to it, by which rule, and how sure it is. */
    Origin origin();

    /** The same for the same bytes, unique in one form. */
    default String id() {
        return origin().id();
    }

    /** The report whose narrative tells it. */
    default int reportNo() {
        return origin().reportNo();
    }

    /** The lines that hold the matched words. */
    default List<LineRange> lines() {
        return origin().lines();
    }

    /** The printed words that gave rise to it. */
    default String matched() {
        return origin().matched();
    }

    /** An activity was held. */
    record ActivityProposal(Origin origin, LocalDate heldOn, String text) implements Proposal {}

    /** A letter is cited. */
    record LetterProposal(Origin origin, Letter letter) implements Proposal {}

    /**
     * The project, or its activities, were put off.
     *
     * @param effectiveOn the date that the words give, else the report's
     * @param words the sentence that says so
     */
    record PauseProposal(Origin origin, LocalDate effectiveOn, PauseCause cause, String words) implements Proposal {}

    /**
     * Work goes on after a pause that an earlier report tells of.
     *
     * @param effectiveOn the date that the words give, else the report's
     * @param pausedOn the first day of that pause
     * @param words the sentence that says so
     */
    record ResumptionProposal(Origin origin, LocalDate effectiveOn, LocalDate pausedOn, String words)
            implements Proposal {}

    /**
     * An appeal is spoken of; its papers are not here.
     *
     * @param round where the words tell it
     * @param criteriaChanged whether the words say that the criteria of the score were changed
     * @param words the sentence that says so
     */
    record AppealCitedProposal(
            Origin origin, @Nullable Integer round, AppealStage stage, boolean criteriaChanged, String words)
            implements Proposal {}

    /**
     * A detail of the form's head, or the criteria of an indicator, were changed, as an approval letter says.
     *
     * @param letter the letter that approved it
     */
    record AmendmentProposal(Origin origin, Change change, Letter letter, String words) implements Proposal {}

    /** What an amendment changes. */
    sealed interface Change {
        /** The field of the form's head. */
        String detail();

        /** A new last day of the project. */
        record EndDate(LocalDate after) implements Change {
            @Override
            public String detail() {
                return "period.endsOn";
            }
        }

        /** Another amount allocated, in baht. */
        record Allocated(BigDecimal before, BigDecimal after) implements Change {
            @Override
            public String detail() {
                return "budget.allocated";
            }
        }

        /** Other words in the target. */
        record TargetWords(String before, String after) implements Change {
            @Override
            public String detail() {
                return "target";
            }
        }

        /** Another target as a whole; never read from paper, but told by whoever changes the words that were. */
        record Target(String after) implements Change {
            @Override
            public String detail() {
                return "target";
            }
        }

        /** Other words in the criteria of an indicator. */
        record CriteriaWords(String before, String after) implements Change {
            @Override
            public String detail() {
                return "criteria";
            }
        }

        /** Other criteria as a whole; as with {@link Target}. */
        record Criteria(String after) implements Change {
            @Override
            public String detail() {
                return "criteria";
            }
        }
    }
}
