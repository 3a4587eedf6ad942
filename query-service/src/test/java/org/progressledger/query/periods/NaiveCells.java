package org.progressledger.query.periods;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Ending;
import org.progressledger.events.Fact;
import org.progressledger.events.Pause;
import org.progressledger.events.Period;
import org.progressledger.events.PlanRecorded;
import org.progressledger.events.PlannedMonth;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.Quarter;
import org.progressledger.events.QuarterEvaluated;
import org.progressledger.events.Report;
import org.progressledger.query.periods.Cell.Mark;
import org.progressledger.query.periods.Cell.State;

/**
 * The same cells straight from the fold, the slow way: day by day, and with a fold of its own for what stood before each
 * period. It knows nothing of sheets.
 */
record NaiveCells(ProjectHistory history, LocalDate day, Project project, Measure measure, boolean quarters) {

    static Optional<List<Cell>> of(ProjectHistory history, LocalDate day, Measure measure, boolean quarters) {
        return history.on(day)
                .map(project -> new NaiveCells(history, day, project, measure, quarters))
                .map(NaiveCells::all);
    }

    private List<Cell> all() {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < 12; i += quarters ? 3 : 1) {
            YearMonth first = YearMonth.of(2020, 10).plusMonths(i);
            cells.add(cell(first, first.plusMonths(quarters ? 2 : 0)));
        }
        return cells;
    }

    private String name(LocalDate date) {
        return quarters
                ? Quarter.containing(date).toString()
                : YearMonth.from(date).toString();
    }

    /** What was stated, where, by which reports and events. */
    private record Said(BigDecimal value, String where, List<Integer> numbers, List<Long> events) {}

    private Cell cell(YearMonth first, YearMonth last) {
        List<LocalDate> days =
                first.atDay(1).datesUntil(last.plusMonths(1).atDay(1)).toList();
        LocalDate end = days.getLast();
        boolean begun = !days.getFirst().isAfter(day);
        boolean over = end.isBefore(day);
        Period period = project.details().period();
        boolean within = days.stream().anyMatch(period::contains);
        boolean ended = begun && isEnded(days.getFirst(), end);
        List<Report> reports = project.reports().values().stream()
                .filter(Report::counts)
                .filter(report -> days.contains(report.reportedOn()))
                .toList();
        List<Fact> scores = project.evaluations().stream()
                .filter(fact -> quarterOf(fact).equals(Quarter.containing(end)))
                .toList();
        boolean present = measure == Measure.SCORE ? !scores.isEmpty() : !reports.isEmpty();
        BigDecimal value = measure == Measure.SCORE
                ? project.evaluationOf(Quarter.containing(end))
                        .map(NaiveCells::score)
                        .orElse(null)
                : last(reports.stream().map(this::stated).toList());
        Optional<Said> before = begun || present ? before(days.getFirst()) : Optional.empty();
        State state = value != null
                ? State.REPORTED
                : present
                        ? before.isPresent() && measure != Measure.SCORE ? State.CARRIED : State.REPORTED
                        : !within
                                ? State.OUTSIDE
                                : !begun
                                        ? State.NOT_YET
                                        : ended
                                                ? before.isPresent() && measure != Measure.SCORE
                                                        ? State.CARRIED
                                                        : State.OUTSIDE
                                                : over
                                                        ? State.GAP
                                                        : before.isPresent() && measure != Measure.SCORE
                                                                ? State.CARRIED
                                                                : State.NOT_YET;
        Said carried = state == State.CARRIED ? before.orElseThrow() : null;
        Said compared = value != null ? before.orElse(null) : null;
        Optional<PlannedMonth> planned = measure == Measure.PERCENT ? planned(first, last) : Optional.empty();
        return new Cell(
                name(end),
                state,
                carried != null ? carried.value() : value,
                value == null
                        ? null
                        : compared != null
                                ? value.subtract(compared.value())
                                : measure == Measure.PERCENT ? value : null,
                compared == null ? null : compared.where(),
                carried == null ? null : carried.where(),
                carried != null ? carried.numbers() : state == State.REPORTED ? reports(reports) : List.of(),
                carried != null
                        ? carried.events()
                        : state != State.REPORTED
                                ? List.of()
                                : measure == Measure.SCORE
                                        ? List.of(project.evaluationOf(Quarter.containing(end))
                                                .orElseThrow()
                                                .position())
                                        : reports.stream()
                                                .flatMap(NaiveCells::events)
                                                .toList(),
                marks(days, present, value, within, ended, reports, scores),
                measure == Measure.SCORE ? List.of() : gaps(first, last),
                planned.map(each -> each.percent().value()).orElse(null),
                planned.isEmpty() || value == null
                        ? null
                        : value.subtract(planned.get().percent().value()),
                planned.isEmpty() ? null : project.plans().getLast().position());
    }

    private List<Integer> reports(List<Report> reports) {
        return measure == Measure.SCORE
                ? List.of()
                : reports.stream().map(Report::reportNo).toList();
    }

    private static Quarter quarterOf(Fact fact) {
        return ((QuarterEvaluated) fact.event()).quarter();
    }

    private static @Nullable BigDecimal score(Fact fact) {
        QuarterEvaluated evaluated = (QuarterEvaluated) fact.event();
        return evaluated.score() == null ? null : evaluated.score().value();
    }

    private @Nullable BigDecimal stated(Report report) {
        return measure == Measure.PERCENT
                ? report.content().percent().value()
                : report.content().disbursed() == null
                        ? null
                        : report.content().disbursed().value();
    }

    private static @Nullable BigDecimal last(List<@Nullable BigDecimal> values) {
        BigDecimal last = null;
        for (BigDecimal each : values) {
            last = each == null ? last : each;
        }
        return last;
    }

    private static Stream<Long> events(Report report) {
        return Stream.concat(Stream.of(report.reported()), report.corrections().stream())
                .map(Fact::position);
    }

    /** By a fold for the day before the period. */
    private Optional<Said> before(LocalDate start) {
        if (measure == Measure.SCORE) {
            Said said = null;
            for (int back = 12; back >= 1; back--) {
                Quarter quarter = Quarter.containing(start.minusMonths(3L * back));
                Fact fact = project.evaluationOf(quarter).orElse(null);
                BigDecimal score = fact == null ? null : score(fact);
                if (fact != null && score != null) {
                    said = new Said(score, quarter.toString(), List.of(), List.of(fact.position()));
                }
            }
            return Optional.ofNullable(said);
        }
        return then(OnDay.earlier(start.minusDays(1), day))
                .flatMap(then -> then.reports().values().stream()
                        .filter(Report::counts)
                        .filter(report -> stated(report) != null)
                        .reduce((lower, higher) -> higher)
                        .map(report -> new Said(
                                java.util.Objects.requireNonNull(stated(report)),
                                name(report.reportedOn()),
                                List.of(report.reportNo()),
                                events(report).toList())));
    }

    /** What had happened by then; a report may be older than the file. */
    private Optional<Project> then(LocalDate last) {
        return ProjectHistory.addUp(history.facts().stream()
                .filter(fact -> fact.sequence() == 0 || !fact.happenedOn().isAfter(last))
                .toList());
    }

    private boolean isEnded(LocalDate first, LocalDate last) {
        for (Ending ending : project.endings()) {
            Fact reopened = ending.reopened();
            boolean open = reopened != null && !reopened.happenedOn().isAfter(last);
            if (ending.endedOn().isBefore(first) && !open) {
                return true;
            }
        }
        return false;
    }

    private List<String> gaps(YearMonth first, YearMonth last) {
        List<String> gaps = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            YearMonth one = month;
            boolean reported = project.reports().values().stream()
                    .anyMatch(report -> report.counts()
                            && YearMonth.from(report.reportedOn()).equals(one));
            boolean within = one.atDay(1)
                    .datesUntil(one.plusMonths(1).atDay(1))
                    .anyMatch(project.details().period()::contains);
            if (!reported && within && one.atEndOfMonth().isBefore(day) && !isEnded(one.atDay(1), one.atEndOfMonth())) {
                gaps.add(one.toString());
            }
        }
        return gaps;
    }

    private Optional<PlannedMonth> planned(YearMonth first, YearMonth last) {
        if (project.plans().isEmpty()) {
            return Optional.empty();
        }
        PlanRecorded plan = (PlanRecorded) project.plans().getLast().event();
        return plan.months().stream()
                .filter(each -> !each.month().isBefore(first) && !each.month().isAfter(last))
                .reduce((one, later) -> later);
    }

    private List<Mark> marks(
            List<LocalDate> days,
            boolean present,
            @Nullable BigDecimal value,
            boolean within,
            boolean ended,
            List<Report> reports,
            List<Fact> scores) {
        List<Mark> marks = new ArrayList<>();
        boolean paused = days.stream()
                .filter(date -> !date.isAfter(day) && project.details().period().contains(date))
                .anyMatch(date -> project.pauses().stream().anyMatch((Pause pause) -> pause.covers(date)));
        boolean corrected = measure == Measure.SCORE
                ? scores.size() > 1
                : reports.stream().anyMatch(report -> !report.corrections().isEmpty());
        boolean returned = measure != Measure.SCORE
                && project.reports().values().stream()
                        .anyMatch(report -> !report.counts() && days.contains(report.reportedOn()));
        add(marks, Mark.PAUSED, paused);
        add(marks, Mark.ENDED, ended);
        add(marks, Mark.OUT_OF_TIME, present && !within);
        add(marks, Mark.CORRECTED, corrected);
        add(marks, Mark.RETURNED, returned);
        add(marks, Mark.BLANK, present && value == null);
        return marks;
    }

    private static void add(List<Mark> marks, Mark mark, boolean holds) {
        if (holds) {
            marks.add(mark);
        }
    }
}
