package org.progressledger.query.periods;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.periods.Cell.Mark;
import org.progressledger.query.periods.Cell.State;

/** Adds rows up, column by column. What is carried enters no average and no sum. */
final class PeriodTotals {
    private final Measure measure;
    private final List<Tally> tallies;
    private long projects;
    private long withExceptions;
    private BigDecimal allocated = BigDecimal.ZERO.setScale(2);
    private BigDecimal spentStated = BigDecimal.ZERO.setScale(2);

    PeriodTotals(Measure measure, List<Column> columns) {
        this.measure = measure;
        this.tallies = IntStream.range(0, columns.size())
                .mapToObj(place -> new Tally(columns.get(place).name()))
                .toList();
    }

    /**
     * Projects in numbers; the states count projects.
     *
     * @param allocated their budgets together
     * @param spentStated what is last stated as spent of each, together; of the measure {@code spent} only
     */
    record Total(
            long projects,
            long withExceptions,
            BigDecimal allocated,
            @Nullable BigDecimal spentStated,
            List<TotalCell> cells) {}

    /**
     * Projects in one period.
     *
     * @param paused of whichever state, under a pause
     * @param gapMonths months without report, of all projects together
     * @param values how many values were stated in the period: what is averaged or summed
     * @param average of those values, each project counting once; of percent and score
     * @param weighted the same, each project counting as its budget; of percent, null where none has a budget
     * @param sum of those values; of spent
     */
    record TotalCell(
            String period,
            long reported,
            long carried,
            long gap,
            long notYet,
            long outside,
            long paused,
            long gapMonths,
            long values,
            @Nullable BigDecimal average,
            @Nullable BigDecimal weighted,
            @Nullable BigDecimal sum) {}

    void add(PeriodRow row) {
        projects++;
        withExceptions += row.exceptions().isEmpty() ? 0 : 1;
        allocated = allocated.add(row.allocated());
        Spending spending = row.spending();
        if (spending != null && spending.stated() != null) {
            spentStated = spentStated.add(spending.stated());
        }
        for (int place = 0; place < tallies.size(); place++) {
            tallies.get(place).add(row.cells().get(place), row.allocated());
        }
    }

    Total total() {
        List<TotalCell> cells = new ArrayList<>();
        tallies.forEach(tally -> cells.add(tally.cell(measure)));
        return new Total(projects, withExceptions, allocated, measure == Measure.SPENT ? spentStated : null, cells);
    }

    /** Counts one column. */
    private static final class Tally {
        private final String period;
        private final Map<State, Long> states = new EnumMap<>(State.class);
        private long paused;
        private long gapMonths;
        private long values;
        private BigDecimal sum = BigDecimal.ZERO.setScale(2);
        private BigDecimal weights = BigDecimal.ZERO;
        private BigDecimal weighed = BigDecimal.ZERO;

        Tally(String period) {
            this.period = period;
        }

        void add(Cell cell, BigDecimal weight) {
            states.merge(cell.state(), 1L, Long::sum);
            paused += cell.marks().contains(Mark.PAUSED) ? 1 : 0;
            gapMonths += cell.gaps().size();
            BigDecimal value = cell.value();
            if (cell.is(State.REPORTED) && value != null) {
                values++;
                sum = sum.add(value);
                weights = weights.add(weight);
                weighed = weighed.add(value.multiply(weight));
            }
        }

        private long count(State state) {
            return states.getOrDefault(state, 0L);
        }

        TotalCell cell(Measure measure) {
            boolean averaged = measure != Measure.SPENT && values > 0;
            return new TotalCell(
                    period,
                    count(State.REPORTED),
                    count(State.CARRIED),
                    count(State.GAP),
                    count(State.NOT_YET),
                    count(State.OUTSIDE),
                    paused,
                    gapMonths,
                    values,
                    averaged ? sum.divide(BigDecimal.valueOf(values), 2, RoundingMode.HALF_UP) : null,
                    measure == Measure.PERCENT && weights.signum() > 0
                            ? weighed.divide(weights, 2, RoundingMode.HALF_UP)
                            : null,
                    measure == Measure.SPENT ? sum : null);
        }
    }
}
