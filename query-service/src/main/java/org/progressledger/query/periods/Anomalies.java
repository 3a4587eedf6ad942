package org.progressledger.query.periods;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Quarter;
import org.progressledger.query.periods.Anomaly.Kind;
import org.progressledger.query.periods.Cell.State;
import org.progressledger.query.periods.Measure.Earlier;
import org.progressledger.query.periods.Sheet.Handed;
import org.progressledger.query.periods.Sheet.Scored;
import org.progressledger.query.periods.Spending.Reading;

/** What is exceptional in a row, each with the events that show it: a plain function. */
record Anomalies(Measure measure, Cut cut, PeriodSettings settings) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** @param isToday whether the day is today: flags of another day are not kept */
    List<Anomaly> of(OnDay project, List<Column> columns, List<Cell> cells, boolean isToday) {
        List<Anomaly> found = new ArrayList<>();
        for (int place = 0; place < columns.size(); place++) {
            Column column = columns.get(place);
            Cell cell = cells.get(place);
            gap(column, cell, project).ifPresent(found::add);
            if (measure.comesFromReports()) {
                found.addAll(ofReports(column, project));
            } else {
                replaced(column, project).ifPresent(found::add);
            }
            moved(column, cell, project).ifPresent(found::add);
        }
        if (isToday) {
            project.sheet().flags().forEach(hit -> found.add(Anomaly.of(hit)));
        }
        return found;
    }

    /** A gap has no event: it is shown by what states the project's time, and by the report before it. */
    private Optional<Anomaly> gap(Column column, Cell cell, OnDay project) {
        if (cell.gaps().isEmpty() && !cell.is(State.GAP)) {
            return Optional.empty();
        }
        Optional<Earlier> before = measure.before(column, project, cut);
        List<Long> shown = new ArrayList<>(List.of(project.head().periodEvent()));
        before.ifPresent(earlier -> shown.addAll(earlier.positions()));
        return Optional.of(
                Anomaly.of(Kind.GAP, column.name(), before.map(Earlier::reports).orElse(List.of()), shown, null));
    }

    private static List<Anomaly> ofReports(Column column, OnDay project) {
        Stream<Anomaly> corrected = project.in(column).stream()
                .filter(handed -> !handed.corrections().isEmpty())
                .map(handed ->
                        Anomaly.of(Kind.CORRECTED, column.name(), List.of(handed.no()), handed.corrections(), null));
        Stream<Anomaly> returned = project.returned().stream()
                .filter(handed -> column.contains(handed.on()))
                .map(handed -> Anomaly.of(Kind.RETURNED, column.name(), List.of(handed.no()), returned(handed), null));
        return Stream.concat(corrected, returned).toList();
    }

    private static List<Long> returned(Handed handed) {
        return Stream.of(handed.event(), handed.returnEvent())
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static Optional<Anomaly> replaced(Column column, OnDay project) {
        List<Scored> scores = project.scores(Quarter.containing(column.startInclusive()));
        return scores.size() < 2
                ? Optional.empty()
                : Optional.of(Anomaly.of(
                        Kind.CORRECTED,
                        column.name(),
                        List.of(),
                        scores.stream().map(Scored::event).toList(),
                        null));
    }

    private Optional<Anomaly> moved(Column column, Cell cell, OnDay project) {
        BigDecimal change = cell.change();
        Kind kind = change == null || cell.value() == null ? null : kind(change, cell, project);
        if (kind == null) {
            return Optional.empty();
        }
        List<Long> shown = new ArrayList<>(cell.positions());
        measure.before(column, project, cut).ifPresent(earlier -> shown.addAll(earlier.positions()));
        return Optional.of(Anomaly.of(kind, column.name(), cell.reportNos(), shown, change));
    }

    private @Nullable Kind kind(BigDecimal change, Cell cell, OnDay project) {
        return switch (measure) {
            case PERCENT -> {
                if (change.signum() < 0) {
                    yield Kind.FELL;
                }
                boolean unfinished = cell.value() != null && cell.value().compareTo(WHOLE) < 0;
                boolean unchanged =
                        cell.changeFrom() != null && change.compareTo(settings.leastPoints()) < 0 && unfinished;
                yield unchanged ? Kind.UNCHANGED : change.compareTo(settings.jumpPoints()) >= 0 ? Kind.JUMPED : null;
            }
            // amounts of single months go up and down; only a total so far may not fall
            case SPENT -> change.signum() < 0 && Spending.of(project).reading() == Reading.SO_FAR ? Kind.FELL : null;
            case SCORE -> change.signum() < 0 ? Kind.FELL : null;
        };
    }
}
