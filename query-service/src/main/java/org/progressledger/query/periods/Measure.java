package org.progressledger.query.periods;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Quarter;
import org.progressledger.query.periods.Sheet.Handed;
import org.progressledger.query.periods.Sheet.Scored;

/** What is asked of each period. Work progress and the coordinators' scores are never mixed. */
enum Measure {
    /** Of work done, as reports state it. */
    PERCENT {
        @Override
        Optional<Stated> in(Column column, OnDay project) {
            return reported(column, project, Handed::percent);
        }

        @Override
        Optional<Earlier> before(Column column, OnDay project, Cut cut) {
            return earlier(column, project, cut, Handed::percent);
        }

        @Override
        BigDecimal atFirst() {
            return BigDecimal.ZERO.setScale(2);
        }
    },
    /** Baht disbursed, as reports state it. */
    SPENT {
        @Override
        Optional<Stated> in(Column column, OnDay project) {
            return reported(column, project, Handed::disbursed);
        }

        @Override
        Optional<Earlier> before(Column column, OnDay project, Cut cut) {
            return earlier(column, project, cut, Handed::disbursed);
        }
    },
    /** The coordinators' score of the project. */
    SCORE {
        @Override
        Optional<Stated> in(Column column, OnDay project) {
            Quarter quarter = Quarter.containing(column.startInclusive());
            return project.score(quarter)
                    .map(scored -> new Stated(
                            scored.score(),
                            List.of(),
                            List.of(scored.event()),
                            project.scores(quarter).size() > 1));
        }

        @Override
        Optional<Earlier> before(Column column, OnDay project, Cut cut) {
            Quarter quarter = Quarter.containing(column.startInclusive());
            return project.scores().stream()
                    .map(Scored::quarter)
                    .filter(each -> each.compareTo(quarter) < 0)
                    .distinct()
                    .sorted()
                    .flatMap(each -> project.score(each).stream())
                    .filter(scored -> scored.score() != null)
                    .reduce((one, later) -> later)
                    .map(scored -> new Earlier(
                            value(scored.score()), scored.quarter().toString(), List.of(), List.of(scored.event())));
        }
    };

    /**
     * What a period states.
     *
     * @param value null where it was left blank
     * @param reports the numbers of all its reports
     */
    record Stated(@Nullable BigDecimal value, List<Integer> reports, List<Long> positions, boolean corrected) {}

    /** What was last stated before a period, and in which. */
    record Earlier(BigDecimal value, String period, List<Integer> reports, List<Long> positions) {}

    /** Empty where nobody stated anything in the period. */
    abstract Optional<Stated> in(Column column, OnDay project);

    /** Empty where nothing was stated before. */
    abstract Optional<Earlier> before(Column column, OnDay project, Cut cut);

    /** Against what the first value is compared; null for nothing. */
    @Nullable
    BigDecimal atFirst() {
        return null;
    }

    boolean comesFromReports() {
        return this != SCORE;
    }

    /** The report with the highest number that states a value speaks for the period; never a sum. */
    private static Optional<Stated> reported(
            Column column, OnDay project, Function<Handed, @Nullable BigDecimal> value) {
        List<Handed> reports = project.in(column);
        if (reports.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Stated(
                reports.stream()
                        .map(value)
                        .filter(Measure::isStated)
                        .reduce((lower, higher) -> higher)
                        .orElse(null),
                reports.stream().map(Handed::no).toList(),
                reports.stream().flatMap(handed -> positions(handed).stream()).toList(),
                reports.stream().anyMatch(handed -> !handed.corrections().isEmpty())));
    }

    private static Optional<Earlier> earlier(
            Column column, OnDay project, Cut cut, Function<Handed, @Nullable BigDecimal> value) {
        Predicate<Handed> states = handed -> isStated(value.apply(handed));
        return project.before(column.startInclusive(), states)
                .map(handed -> new Earlier(
                        value(value.apply(handed)),
                        cut.containing(handed.on()).name(),
                        List.of(handed.no()),
                        positions(handed)));
    }

    static List<Long> positions(Handed handed) {
        List<Long> positions = new ArrayList<>(List.of(handed.event()));
        positions.addAll(handed.corrections());
        return positions;
    }

    private static boolean isStated(@Nullable BigDecimal value) {
        return value != null;
    }

    private static BigDecimal value(@Nullable BigDecimal stated) {
        if (stated == null) {
            throw new IllegalStateException("Nothing is stated");
        }
        return stated;
    }
}
