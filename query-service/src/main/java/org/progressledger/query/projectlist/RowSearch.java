package org.progressledger.query.projectlist;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.ProjectStatus;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.projection.RegisterRows;
import org.progressledger.query.projection.RegisterRows.Row;
import org.progressledger.query.projection.RegisterSums.Sum;
import org.progressledger.query.projectlist.AgencyTotals.Counted;

/**
 * A question asked of the rows in memory. It finds, orders and counts as the database does: what a word is found in is read
 * for the sums in any case, and memory is read sooner.
 */
final class RowSearch {
    private final Question question;
    private final List<Row> found;

    private RowSearch(Question question, List<Row> found) {
        this.question = question;
        this.found = found;
    }

    /** As far as the asker may see it. */
    RowSearch(List<Row> rows, Question question, AgencyRegister agencies, Asker asker) {
        this(
                question,
                rows.stream()
                        .filter(asker.role() == Role.OFFICER ? row -> asker.sees(row.code()) : row -> true)
                        .filter(matching(question, agencies))
                        .toList());
    }

    /** Whoever may see it. */
    static RowSearch ofAll(List<Row> rows, Question question, AgencyRegister agencies) {
        return new RowSearch(
                question, rows.stream().filter(matching(question, agencies)).toList());
    }

    /** Whether rows tell what is asked: they know nothing of flags. */
    static boolean answers(Question question) {
        return question.flag() == null;
    }

    private static Predicate<Row> matching(Question question, AgencyRegister agencies) {
        Predicate<Row> asked = row -> true;
        if (question.agency() != null) {
            Predicate<String> ofAgency = question.agency().codes(agencies);
            asked = asked.and(row -> ofAgency.test(row.agency()));
        }
        if (question.status() != null) {
            asked = asked.and(row -> row.status() == question.status());
        }
        if (question.fiscalYear() != null) {
            int year = question.fiscalYear();
            asked = asked.and(row -> row.fiscalYear() == year);
        }
        if (!question.words().isEmpty()) {
            Set<String> named = new HashSet<>(question.codesOfThoseNamed(agencies));
            String words = question.words();
            long grams = RegisterRows.grams(words);
            asked = asked.and(row -> row.holds(words, grams) || named.contains(row.agency()));
        }
        return asked;
    }

    /** The codes of the page asked for, in its order. */
    List<String> page() {
        return (question.sortField().equals("_id") && !question.descending() ? found.stream() : inOrder())
                .skip((long) question.page() * question.size())
                .limit(question.size())
                .map(Row::code)
                .toList();
    }

    private Stream<Row> inOrder() {
        Comparator<Row> byCode = Comparator.comparing(Row::code);
        Comparator<Row> order = switch (question.sortField()) {
            case "_id" -> byCode;
            case "nameKey" -> Comparator.comparing(Row::nameKey);
            case "agency" -> Comparator.comparing(Row::agency);
            case "status" -> Comparator.comparing(row -> row.status().name());
            case "fiscalYear" -> Comparator.comparingInt(Row::fiscalYear);
            case "percent" -> Comparator.comparingInt(Row::percent);
            case "reportedOn" -> Comparator.comparing(Row::reportedOn);
            case "allocated" -> Comparator.comparingLong(Row::allocated);
            // as the database has it: what is not stated first
            case "spent" -> by(Row::spent);
            default -> throw new IllegalArgumentException("No order by " + question.sortField());
        };
        Comparator<Row> whole = order.thenComparing(byCode);
        return found.stream().sorted(question.descending() ? whole.reversed() : whole);
    }

    private static Comparator<Row> by(Function<Row, @Nullable Long> value) {
        return Comparator.comparing(value, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    /** How many are found on all pages. */
    int total() {
        return found.size();
    }

    /** Sums over all that is found, one for each code of an agency. */
    List<Counted> byAgency() {
        Map<String, long[]> sums = new TreeMap<>();
        for (Row row : found) {
            add(row, sums.computeIfAbsent(row.agency(), first -> new long[3]));
        }
        return sums.entrySet().stream()
                .map(each -> new Counted(
                        each.getKey(),
                        each.getValue()[0],
                        BigDecimal.valueOf(each.getValue()[1], 2),
                        BigDecimal.valueOf(each.getValue()[2], 2)))
                .toList();
    }

    private static void add(Row row, long[] sum) {
        sum[0]++;
        sum[1] += row.allocated();
        sum[2] += row.spent() == null ? 0 : row.spent();
    }

    /** Sums over all that is found, one for each status that there is. */
    List<Sum> sums() {
        Map<ProjectStatus, long[]> sums = new EnumMap<>(ProjectStatus.class);
        for (Row row : found) {
            add(row, sums.computeIfAbsent(row.status(), first -> new long[3]));
        }
        return sums.entrySet().stream()
                .map(each -> new Sum(each.getKey().name(), each.getValue()[0], each.getValue()[1], each.getValue()[2]))
                .toList();
    }
}
