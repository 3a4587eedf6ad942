package org.progressledger.query.appeals;

import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.FiscalYear;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.agencies.AgencyAsked;
import org.progressledger.query.agencies.AgencyRegister;
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

    /** Filter of the projects' documents. */
    List<Bson> projects(AgencyRegister agencies) {
        List<Bson> conditions = new ArrayList<>();
        if (!words.isEmpty()) {
            conditions.add(Filters.or(spoken(), Filters.in("agency", codesOfThoseNamed(agencies))));
        }
        if (agency != null) {
            conditions.add(agency.projects(agencies));
        }
        if (fiscalYear != null) {
            conditions.add(Filters.eq("fiscalYear", fiscalYear));
        }
        return conditions;
    }

    private Bson spoken() {
        // grams may lie apart: the words themselves decide
        Bson holds = Filters.regex(AppealsKept.SEARCHED, Pattern.quote(words));
        List<String> grams = List.copyOf(ThaiText.trigrams(words));
        return grams.isEmpty() ? holds : Filters.and(Filters.all(AppealsKept.GRAMS, grams), holds);
    }

    /** A form may spell the agency otherwise than the register, under whose name it is shown. */
    private List<String> codesOfThoseNamed(AgencyRegister agencies) {
        return agencies.all().stream()
                .filter(agency -> ThaiText.folded(agency.name()).contains(words))
                .flatMap(agency -> agency.codes().stream())
                .toList();
    }

    /** Filter of kept appeals, of which the fields stand behind a prefix. */
    List<Bson> appeals(String prefix) {
        List<Bson> conditions = new ArrayList<>();
        addEqual(conditions, prefix + "status", status == null ? null : status.name());
        addEqual(conditions, prefix + "outcome", outcome == null ? null : outcome.name());
        addEqual(conditions, prefix + "round", round);
        addEqual(conditions, prefix + "reviewed", reviewed);
        addEqual(conditions, prefix + "changed", changed);
        addEqual(conditions, prefix + "lacking", lacking);
        return conditions;
    }

    private static void addEqual(List<Bson> conditions, String field, @Nullable Object value) {
        if (value != null) {
            conditions.add(Filters.eq(field, value));
        }
    }

    /** Whether an appeal is one of those, whatever its project. */
    boolean includes(AppealItem item) {
        return (status == null || item.status() == status)
                && (outcome == null || item.outcome() == outcome)
                && (round == null || round.equals(item.round()))
                && (reviewed == null || item.reviewed() == reviewed)
                && (changed == null || changed.equals(item.changedSinceLastReview()))
                && (lacking == null || item.gapCount() > 0 == lacking);
    }

    /** The appeals of a day, in order. */
    List<AgedAppeal> ordered(List<AppealItem> items, LocalDate day) {
        return items.stream()
                .filter(this::includes)
                .sorted(order.comparator(turned))
                .map(item -> AgedAppeal.of(item, day))
                .toList();
    }
}
