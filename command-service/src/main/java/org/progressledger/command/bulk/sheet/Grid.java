package org.progressledger.command.bulk.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.problems.ProblemException;

/**
 * One sheet: its rows that are not blank, from the top.
 *
 * @param name as its tab says; null for a file that has no tabs
 * @param excess why it is not read to its end, for whoever wants this sheet; null where it is whole
 */
public record Grid(
        @Nullable String name, List<Row> rows, @Nullable ProblemException excess) {

    public Grid {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param number as the spreadsheet counts it, from 1
     * @param hidden whether the spreadsheet does not show it, as when it is filtered
     */
    public record Row(int number, boolean hidden, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** Blank beyond the last cell. */
        public Cell cell(int column) {
            return column < cells.size() ? cells.get(column) : Cell.BLANK;
        }

        boolean isBlank() {
            return cells.stream().allMatch(Cell::isBlank);
        }

        /** What the cells say, in order. */
        public List<String> texts() {
            return cells.stream().map(Cell::text).toList();
        }
    }
}
