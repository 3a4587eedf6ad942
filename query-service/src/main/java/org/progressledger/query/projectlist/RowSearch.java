package org.progressledger.query.projectlist;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.ProjectStatus;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.projection.RegisterRows.Row;
import org.progressledger.query.projection.RegisterSums.Sum;
import org.progressledger.query.projectlist.AgencyTotals.Counted;

/**
 * A question asked of the rows in memory. It finds, orders and counts as the database does: what a word is found in is read
 * for the sums in any case, and memory is read sooner. Whatever was found, counted or put in order is kept for whoever asks for the
 * next page.
 */
final class RowSearch {
    private static final int PART_WORTH_CHOOSING = 4;
    private static final int CHOSEN_TOGETHER = 200;

    private final SearchedRows rows;
    private final String words;
    private final List<String> named;
    private final Predicate<Row> asked;
    private final Comparator<Row> order;
    private final boolean isInOrder;
    private volatile @Nullable List<Row> found;
    private volatile @Nullable List<Row> first;
    private @Nullable List<Sum> byStatus;
    private @Nullable List<Counted> byAgency;

    private RowSearch(SearchedRows rows, Question question, AgencyRegister agencies, Predicate<Row> visible) {
        this.rows = rows;
        this.words = question.words();
        this.named = words.isEmpty() ? List.of() : question.codesOfThoseNamed(agencies);
        this.asked = visible.and(matching(question, agencies));
        this.order = order(question);
        this.isInOrder = question.sortField().equals("_id") && !question.descending();
    }

    /** As far as the asker may see it. */
    RowSearch(SearchedRows rows, Question question, AgencyRegister agencies, Asker asker) {
        this(rows, question, agencies, asker.role() == Role.OFFICER ? row -> asker.sees(row.code()) : row -> true);
    }

    /** Whoever may see it. */
    static RowSearch ofAll(SearchedRows rows, Question question, AgencyRegister agencies) {
        return new RowSearch(rows, question, agencies, row -> true);
    }

    /** Whether rows tell what is asked: they know nothing of flags. */
    static boolean answers(Question question) {
        return question.flag() == null;
    }

    /** Beside the words. */
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
        return asked;
    }

    private synchronized List<Row> found() {
        List<Row> known = found;
        if (known == null) {
            known = spoken().filter(asked).toList();
            found = known;
        }
        return known;
    }

    private Stream<Row> spoken() {
        return words.isEmpty()
                ? rows.rows().stream()
                : rows.holding(words, named).stream().mapToObj(rows.rows()::get);
    }

    /** How many rows are kept of what was found and put in order so far. */
    long held() {
        List<Row> all = found;
        List<Row> ordered = first;
        return (all == null ? 0 : all.size()) + (ordered == null ? 0 : ordered.size());
    }

    /** The codes of a page, in the order asked for. */
    List<String> page(int page, int size) {
        long before = (long) page * size;
        return (isInOrder ? found() : first(before + size))
                .stream().skip(before).limit(size).map(Row::code).toList();
    }

    /** At least so many that come first: of many that are not on the page most are looked at once. */
    private synchronized List<Row> first(long wanted) {
        List<Row> known = first;
        if (known == null || (known.size() < wanted && known.size() < found().size())) {
            known = chosen((wanted / CHOSEN_TOGETHER + 1) * CHOSEN_TOGETHER);
            first = known;
        }
        return known;
    }

    private List<Row> chosen(long wanted) {
        List<Row> all = found();
        if (wanted >= all.size() / PART_WORTH_CHOOSING) {
            return all.stream().sorted(order).toList();
        }
        PriorityQueue<Row> best = new PriorityQueue<>((int) wanted, order.reversed());
        for (Row row : all) {
            if (best.size() < wanted) {
                best.add(row);
            } else if (order.compare(row, best.element()) < 0) {
                best.remove();
                best.add(row);
            }
        }
        return best.stream().sorted(order).toList();
    }

    private static Comparator<Row> order(Question question) {
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
        return question.descending() ? whole.reversed() : whole;
    }

    private static Comparator<Row> by(Function<Row, @Nullable Long> value) {
        return Comparator.comparing(value, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    /** How many are found on all pages. */
    int total() {
        return found().size();
    }

    /** Sums over all that is found, one for each code of an agency. */
    synchronized List<Counted> byAgency() {
        List<Counted> known = byAgency;
        if (known == null) {
            Map<String, long[]> sums = new HashMap<>();
            for (Row row : found()) {
                add(row, sums.computeIfAbsent(row.agency(), first -> new long[3]));
            }
            known = new TreeMap<>(sums)
                    .entrySet().stream()
                            .map(each -> new Counted(
                                    each.getKey(),
                                    each.getValue()[0],
                                    BigDecimal.valueOf(each.getValue()[1], 2),
                                    BigDecimal.valueOf(each.getValue()[2], 2)))
                            .toList();
            byAgency = known;
        }
        return known;
    }

    private static void add(Row row, long[] sum) {
        sum[0]++;
        sum[1] += row.allocated();
        sum[2] += row.spent() == null ? 0 : row.spent();
    }

    /** Sums over all that is found, one for each status that there is. */
    synchronized List<Sum> sums() {
        List<Sum> known = byStatus;
        if (known == null) {
            Map<ProjectStatus, long[]> sums = new EnumMap<>(ProjectStatus.class);
            for (Row row : found()) {
                add(row, sums.computeIfAbsent(row.status(), first -> new long[3]));
            }
            known = sums.entrySet().stream()
                    .map(each ->
                            new Sum(each.getKey().name(), each.getValue()[0], each.getValue()[1], each.getValue()[2]))
                    .toList();
            byStatus = known;
        }
        return known;
    }
}
