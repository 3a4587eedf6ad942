package org.progressledger.query.projectlist;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.ProjectStatus;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.agencies.AgencyAsked;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.asking.Pages;
import org.progressledger.query.projection.FlagIndex;
import org.progressledger.query.projection.ThaiText;

/**
 * What is asked of the register, checked.
 *
 * @param words folded
 * @param flag only projects with a hit of it
 */
public record Question(
        String words,
        @Nullable AgencyAsked agency,
        @Nullable ProjectStatus status,
        @Nullable Integer fiscalYear,
        @Nullable AuditFlag flag,
        int page,
        int size,
        String sortField,
        boolean descending) {
    private static final int LONGEST_QUERY = 200;
    private static final Map<String, String> SORT_FIELDS = Map.of(
            "projectCode", "_id",
            "name", "nameKey",
            "percent", "percent",
            "reportedOn", "reportedOn",
            "status", "status",
            "fiscalYear", "fiscalYear",
            "agency", "agency",
            "budget.allocated", "allocated",
            "budget.spent", "spent");

    /**
     * @param agency 4 to 8 digits with which the agency's code begins, or its name
     * @param page from 0
     * @param size 1 to 200
     * @param sort a field, and {@code ,desc} behind it to turn the order round
     * @throws ProblemException naming the parameter that is wrong
     */
    public static Question of(
            @Nullable String q,
            @Nullable String agency,
            @Nullable ProjectStatus status,
            @Nullable Integer fiscalYear,
            int page,
            int size,
            String sort) {
        String[] order = sort.split(",", -1);
        String field = SORT_FIELDS.get(order[0]);
        String direction = order.length == 2 ? order[1].toLowerCase(Locale.ROOT) : "asc";
        require(field != null && order.length <= 2 && (direction.equals("asc") || direction.equals("desc")), "sort");
        Pages.check(page, size);
        AgencyAsked asked = agency == null ? null : AgencyAsked.of(agency);
        String words = q == null ? "" : q;
        require(words.length() <= LONGEST_QUERY && words.chars().noneMatch(Character::isISOControl), "q");
        require(fiscalYear == null || isFiscalYear(fiscalYear), "fiscalYear");
        return new Question(
                ThaiText.folded(words),
                asked,
                status,
                fiscalYear,
                null,
                page,
                size,
                field == null ? "_id" : field,
                direction.equals("desc"));
    }

    /** The same, only of projects with a hit of that flag; null asks for all. */
    public Question flagged(@Nullable AuditFlag flag) {
        return new Question(words, agency, status, fiscalYear, flag, page, size, sortField, descending);
    }

    /** The same list, whichever of its pages is asked for. */
    Question ofAnyPage() {
        return new Question(words, agency, status, fiscalYear, flag, 0, 1, sortField, descending);
    }

    Question withoutWords() {
        return new Question("", agency, status, fiscalYear, flag, page, size, sortField, descending);
    }

    /** A Gregorian year would find nothing and look as if nothing were there. */
    private static boolean isFiscalYear(int given) {
        try {
            return new FiscalYear(given).buddhistYear() == given;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    private static void require(boolean holds, String parameter) {
        if (!holds) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", parameter));
        }
    }

    Bson filter(AgencyRegister agencies) {
        List<Bson> conditions = new ArrayList<>();
        if (!words.isEmpty()) {
            conditions.add(Filters.or(spoken(), Filters.in("agency", codesOfThoseNamed(agencies))));
        }
        if (agency != null) {
            conditions.add(agency.projects(agencies));
        }
        if (status != null) {
            conditions.add(Filters.eq("status", status.name()));
        }
        if (fiscalYear != null) {
            conditions.add(Filters.eq("fiscalYear", fiscalYear));
        }
        if (flag != null) {
            conditions.add(FlagIndex.projectsWith(flag));
        }
        return conditions.isEmpty() ? Filters.empty() : Filters.and(conditions);
    }

    private Bson spoken() {
        // grams may lie apart: the words themselves decide
        Bson holds = Filters.regex("searched", Pattern.quote(words));
        List<String> grams = List.copyOf(ThaiText.trigrams(words));
        return grams.isEmpty() ? holds : Filters.and(Filters.all("grams", grams), holds);
    }

    /** A form may spell the agency otherwise than the register, under whose name it is shown. */
    List<String> codesOfThoseNamed(AgencyRegister agencies) {
        return agencies.codesOfThoseNamed(words);
    }

    Bson order() {
        // the code decides between equals, in the same direction, so that one index serves both ways
        List<String> fields = sortField.equals("_id") ? List.of("_id") : List.of(sortField, "_id");
        return descending ? Sorts.descending(fields) : Sorts.ascending(fields);
    }
}
