package org.progressledger.query.periods;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.PlannedMonth;
import org.progressledger.query.periods.Cell.Mark;
import org.progressledger.query.periods.Cell.State;
import org.progressledger.query.periods.Measure.Earlier;
import org.progressledger.query.periods.Measure.Stated;
import org.progressledger.query.periods.Sheet.Plan;

/** The cells of one project on a day: a plain function. */
record Cells(Measure measure, Cut cut) {

    List<Cell> of(OnDay project, List<Column> columns) {
        return columns.stream().map(column -> cell(column, project)).toList();
    }

    private Cell cell(Column column, OnDay project) {
        Optional<Earlier> earlier = measure.before(column, project, cut);
        return measure.in(column, project)
                .map(stated -> stated.value() == null
                        ? blank(column, project, stated, earlier)
                        : reported(column, project, stated, earlier))
                .orElseGet(() -> unstated(column, project, earlier));
    }

    private Cell reported(Column column, OnDay project, Stated stated, Optional<Earlier> earlier) {
        BigDecimal value = stated.value();
        BigDecimal before = earlier.map(Earlier::value).orElse(measure.atFirst());
        return cell(
                column,
                project,
                State.REPORTED,
                value,
                value == null || before == null ? null : value.subtract(before),
                earlier.map(Earlier::period).orElse(null),
                null,
                stated.reports(),
                stated.positions(),
                marks(column, project, stated));
    }

    /** A report that leaves it blank says nothing about it: what was stated before still stands, and does not look current. */
    private Cell blank(Column column, OnDay project, Stated stated, Optional<Earlier> earlier) {
        List<Mark> marks = marks(column, project, stated);
        marks.add(Mark.BLANK);
        return measure.comesFromReports() && earlier.isPresent()
                ? carried(column, project, earlier.get(), marks)
                : cell(
                        column,
                        project,
                        State.REPORTED,
                        null,
                        null,
                        null,
                        null,
                        stated.reports(),
                        stated.positions(),
                        marks);
    }

    private Cell unstated(Column column, OnDay project, Optional<Earlier> earlier) {
        List<Mark> marks = marks(column, project, null);
        boolean carries = measure.comesFromReports() && earlier.isPresent();
        if (!column.overlaps(project.period())) {
            return empty(column, project, State.OUTSIDE, marks);
        }
        if (!column.hasBegunOn(project.day())) {
            return empty(column, project, State.NOT_YET, marks);
        }
        boolean ended = project.isBehindAnEnding(column);
        if (!ended && column.isOverOn(project.day())) {
            return empty(column, project, State.GAP, marks);
        }
        if (carries) {
            return carried(column, project, earlier.get(), marks);
        }
        return empty(column, project, ended ? State.OUTSIDE : State.NOT_YET, marks);
    }

    private Cell carried(Column column, OnDay project, Earlier earlier, List<Mark> marks) {
        return cell(
                column,
                project,
                State.CARRIED,
                earlier.value(),
                null,
                null,
                earlier.period(),
                earlier.reports(),
                earlier.positions(),
                marks);
    }

    private Cell empty(Column column, OnDay project, State state, List<Mark> marks) {
        return cell(column, project, state, null, null, null, null, List.of(), List.of(), marks);
    }

    private Cell cell(
            Column column,
            OnDay project,
            State state,
            @Nullable BigDecimal value,
            @Nullable BigDecimal change,
            @Nullable String changeFrom,
            @Nullable String carriedFrom,
            List<Integer> reportNos,
            List<Long> positions,
            List<Mark> marks) {
        Optional<PlannedMonth> planned = measure == Measure.PERCENT ? project.planned(column) : Optional.empty();
        Plan plan = project.plan();
        BigDecimal percent = planned.map(each -> each.percent().value()).orElse(null);
        return new Cell(
                column.name(),
                state,
                value,
                change,
                changeFrom,
                carriedFrom,
                reportNos,
                positions,
                List.copyOf(marks),
                measure.comesFromReports() ? project.monthsWithoutReport(column) : List.of(),
                percent,
                percent == null || value == null || state != State.REPORTED ? null : value.subtract(percent),
                percent == null || plan == null ? null : plan.event());
    }

    private List<Mark> marks(Column column, OnDay project, @Nullable Stated stated) {
        List<Mark> marks = new ArrayList<>();
        if (project.isPausedIn(column)) {
            marks.add(Mark.PAUSED);
        }
        if (column.hasBegunOn(project.day()) && project.isBehindAnEnding(column)) {
            marks.add(Mark.ENDED);
        }
        if (stated != null && !column.overlaps(project.period())) {
            marks.add(Mark.OUT_OF_TIME);
        }
        if (stated != null && stated.corrected()) {
            marks.add(Mark.CORRECTED);
        }
        if (measure.comesFromReports()
                && project.returned().stream().anyMatch(handed -> column.contains(handed.on()))) {
            marks.add(Mark.RETURNED);
        }
        return marks;
    }
}
