package org.progressledger.query.projectlist;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.ProjectStatus;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.ThaiText;
import org.springframework.stereotype.Component;

/** All projects: found by words, agency, status and year; ordered; counted over everything that the filter leaves. */
@Component
public class Register {
    private static final int MOST_ON_A_PAGE = 200;
    private static final int DEEPEST = 1_000_000;
    private static final int LONGEST_QUERY = 200;
    private static final Pattern AGENCY = Pattern.compile("[0-9]{4,8}");
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

    private final ReadModel readModel;

    Register(ReadModel readModel) {
        this.readModel = readModel;
    }

    /** What is asked, checked. */
    public record Question(
            String words,
            @Nullable String agency,
            @Nullable ProjectStatus status,
            @Nullable Integer fiscalYear,
            int page,
            int size,
            String sortField,
            boolean descending) {

        /**
         * @param agency 4 to 8 digits with which the agency's code begins
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
            require(
                    field != null && order.length <= 2 && (direction.equals("asc") || direction.equals("desc")),
                    "sort");
            require(page >= 0 && (long) page * Math.max(size, 1) <= DEEPEST, "page");
            require(size >= 1 && size <= MOST_ON_A_PAGE, "size");
            require(agency == null || AGENCY.matcher(agency).matches(), "agency");
            String words = q == null ? "" : q;
            require(words.length() <= LONGEST_QUERY && words.chars().noneMatch(Character::isISOControl), "q");
            require(fiscalYear == null || isFiscalYear(fiscalYear), "fiscalYear");
            return new Question(
                    ThaiText.folded(words),
                    agency,
                    status,
                    fiscalYear,
                    page,
                    size,
                    field == null ? "_id" : field,
                    direction.equals("desc"));
        }

        private Question withoutWords() {
            return new Question("", agency, status, fiscalYear, page, size, sortField, descending);
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

        private Bson filter() {
            List<Bson> conditions = new ArrayList<>();
            if (!words.isEmpty()) {
                List<String> grams = List.copyOf(ThaiText.trigrams(words));
                if (!grams.isEmpty()) {
                    conditions.add(Filters.all("grams", grams));
                }
                // grams may lie apart: the words themselves decide
                conditions.add(Filters.regex("searched", Pattern.quote(words)));
            }
            if (agency != null) {
                conditions.add(Filters.eq("scopes", agency));
            }
            if (status != null) {
                conditions.add(Filters.eq("status", status.name()));
            }
            if (fiscalYear != null) {
                conditions.add(Filters.eq("fiscalYear", fiscalYear));
            }
            return conditions.isEmpty() ? Filters.empty() : Filters.and(conditions);
        }

        private Bson order() {
            // the code decides between equals, in the same direction, so that one index serves both ways
            List<String> fields = sortField.equals("_id") ? List.of("_id") : List.of(sortField, "_id");
            return descending ? Sorts.descending(fields) : Sorts.ascending(fields);
        }
    }

    /** What was found. */
    public record Found(List<ProjectView> projects, long total, Totals totals) {}

    /** Sums over every project that the filter leaves, other agencies' included. */
    public record Totals(List<AgencyTotal> byAgency, Map<String, Long> byStatus) {}

    /** One agency's projects in numbers; money in baht. */
    public record AgencyTotal(String code, String name, long projects, BigDecimal allocated, BigDecimal spent) {}

    /** The page asked for, as far as the asker may see it, and totals over all. */
    public Found find(Question question, Asker asker) {
        Bson filter = question.filter();
        Bson visible = asker.role() == Role.OFFICER ? Filters.and(filter, Filters.in("scopes", asker.scope())) : filter;
        List<ProjectView> page =
                readModel.find(visible, question.order(), question.page() * question.size(), question.size());
        // words would single out one project of another agency, of which an officer sees sums only
        Bson counted = asker.role() == Role.OFFICER ? question.withoutWords().filter() : filter;
        return new Found(page, readModel.count(visible), totals(counted));
    }

    /** Sums over every project there is. */
    public Totals totals() {
        return totals(Filters.empty());
    }

    private Totals totals(Bson filter) {
        Map<String, AgencyTotal> agencies = new TreeMap<>();
        Map<String, Long> statuses = new LinkedHashMap<>();
        for (ProjectStatus status : ProjectStatus.values()) {
            statuses.put(status.name(), 0L);
        }
        for (Document project :
                readModel.fields(filter, List.of("agency", "agencyName", "status", "allocated", "spent"))) {
            statuses.merge(project.getString("status"), 1L, Long::sum);
            Long spent = project.getLong("spent");
            AgencyTotal one = new AgencyTotal(
                    project.getString("agency"),
                    project.getString("agencyName"),
                    1,
                    BigDecimal.valueOf(project.getLong("allocated"), 2),
                    BigDecimal.valueOf(spent == null ? 0 : spent, 2));
            agencies.merge(one.code(), one, Register::sum);
        }
        return new Totals(List.copyOf(agencies.values()), statuses);
    }

    private static AgencyTotal sum(AgencyTotal a, AgencyTotal b) {
        return new AgencyTotal(
                a.code(),
                a.name(),
                a.projects() + b.projects(),
                a.allocated().add(b.allocated()),
                a.spent().add(b.spent()));
    }
}
