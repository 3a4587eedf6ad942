package org.progressledger.query.appeals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.FiscalYear;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.agencies.AgencyAsked;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.projection.RegisterRows.Grams;
import org.progressledger.query.projection.ThaiText;

/**
 * What is asked of the queue; null leaves it open.
 *
 * @param words folded; empty leaves them open
 * @param lacking whether it has gaps
 * @param turned whether the order is turned round
 */
record AppealQuestion(
        String words,
        @Nullable AppealStatus status,
        @Nullable AppealOutcome outcome,
        @Nullable AgencyAsked agency,
        @Nullable Integer fiscalYear,
        @Nullable Integer round,
        @Nullable Boolean reviewed,
        @Nullable Boolean changed,
        @Nullable Boolean lacking,
        AppealOrder order,
        boolean turned) {
    private static final int LONGEST_QUERY = 200;
    private static final int MOST_ROUNDS = 99;
    private static final Map<String, AppealOrder> ORDERS = Map.of(
            "age", AppealOrder.AGE,
            "filedOn", AppealOrder.FILED_ON,
            "decidedOn", AppealOrder.DECIDED_ON,
            "status", AppealOrder.STATUS,
            "projectCode", AppealOrder.PROJECT_CODE);

    /** @throws ProblemException naming the parameter that is wrong */
    static AppealQuestion of(
            @Nullable String q,
            @Nullable AppealStatus status,
            @Nullable AppealOutcome outcome,
            @Nullable String agency,
            @Nullable Integer fiscalYear,
            @Nullable Integer round,
            @Nullable Boolean reviewed,
            @Nullable Boolean changed,
            @Nullable Boolean lacking,
            String sort) {
        String words = q == null ? "" : q;
        require(words.length() <= LONGEST_QUERY && words.chars().noneMatch(Character::isISOControl), "q");
        require(fiscalYear == null || isFiscalYear(fiscalYear), "fiscalYear");
        require(round == null || (round >= 1 && round <= MOST_ROUNDS), "round");
        String[] asked = sort.split(",", -1);
        AppealOrder order = ORDERS.get(asked[0]);
        String direction = asked.length == 2 ? asked[1].toLowerCase(Locale.ROOT) : "asc";
        require(order != null && asked.length <= 2 && List.of("asc", "desc").contains(direction), "sort");
        return new AppealQuestion(
                ThaiText.folded(words),
                status,
                outcome,
                agency == null ? null : AgencyAsked.of(agency),
                fiscalYear,
                round,
                reviewed,
                changed,
                lacking,
                Objects.requireNonNull(order),
                direction.equals("desc"));
    }

    /** A Gregorian year would find nothing and look as if nothing were there. */
    private static boolean isFiscalYear(int given) {
        try {
            return new FiscalYear(given).buddhistYear() == given;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    static void require(boolean holds, String parameter) {
        if (!holds) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", parameter));
        }
    }

    /** Which projects may have some of them. */
    Predicate<QueuedProject> projects(AgencyRegister agencies) {
        Predicate<QueuedProject> asked = project -> true;
        if (agency != null) {
            Predicate<String> ofAgency = agency.codes(agencies);
            asked = asked.and(project -> ofAgency.test(project.agency()));
        }
        if (fiscalYear != null) {
            int year = fiscalYear;
            asked = asked.and(project -> project.fiscalYear() == year);
        }
        if (!words.isEmpty()) {
            // a form may spell the agency otherwise than the register, under whose name it is shown
            Set<String> named = Set.copyOf(agencies.codesOfThoseNamed(words));
            Grams grams = Grams.of(words);
            asked = asked.and(project -> project.holds(words, grams) || named.contains(project.agency()));
        }
        return asked;
    }

    /** Whether an appeal is one of those, whatever its project. */
    private boolean includes(Queued appeal) {
        return (status == null || appeal.status() == status)
                && (outcome == null || appeal.outcome() == outcome)
                && (round == null || round.equals(appeal.round()))
                && (reviewed == null || appeal.reviewed() == reviewed)
                && (changed == null || changed.equals(appeal.changedSinceLastReview()))
                && (lacking == null || appeal.lacking() == lacking);
    }

    /** Those that are asked for, in order; those of each project are given by place. */
    <A extends Queued> List<A> ordered(Stream<A> appeals) {
        return appeals.filter(this::includes).sorted(order.comparator(turned)).toList();
    }
}
