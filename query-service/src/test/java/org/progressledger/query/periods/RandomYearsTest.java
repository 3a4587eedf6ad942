package org.progressledger.query.periods;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.events.ProjectHistory;
import org.progressledger.query.periods.Cell.Mark;
import org.progressledger.query.periods.Cell.State;

/** Whatever happens in a year, the kept sheet gives the cells that the fold gives, on any day. The seed repeats a failure. */
class RandomYearsTest {
    private static final int SEEDS = 150;
    private static final Set<State> STATES = EnumSet.noneOf(State.class);
    private static final Set<Mark> MARKS = EnumSet.noneOf(Mark.class);
    private static int played;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_kept_sheet_gives_the_cells_of_the_fold(long seed) {
        Tale tale = RandomTale.told(seed);
        ProjectHistory history = tale.history();
        Sheet sheet = tale.sheet();
        LocalDate first = LocalDate.parse("2020-09-20").plusDays(seed % 13);
        for (int days = 0; days < 400; days += 23) {
            LocalDate day = first.plusDays(days);
            for (Measure measure : Measure.values()) {
                compare(history, sheet, day, measure, Cut.QUARTER);
                if (measure.comesFromReports()) {
                    compare(history, sheet, day, measure, Cut.MONTH);
                }
            }
        }
        played++;
    }

    private static void compare(ProjectHistory history, Sheet sheet, LocalDate day, Measure measure, Cut cut) {
        Optional<List<Cell>> kept =
                OnDay.of(sheet, day).map(project -> new Cells(measure, cut).of(project, cut.of(Tale.YEAR)));
        assertThat(kept)
                .as("%s by %s on %s", measure, cut, day)
                .isEqualTo(NaiveCells.of(history, day, measure, cut == Cut.QUARTER));
        kept.ifPresent(cells -> cells.forEach(cell -> {
            STATES.add(cell.state());
            MARKS.addAll(cell.marks());
        }));
    }

    @AfterAll
    static void every_state_and_mark_was_seen() {
        if (played == SEEDS) {
            assertThat(STATES).containsExactlyInAnyOrder(State.values());
            assertThat(MARKS).containsExactlyInAnyOrder(Mark.values());
        }
    }
}
