package org.progressledger.command.bulk.sheet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.bulk.sheet.Grid.Row;
import org.progressledger.problems.ProblemException;

/** Gathers the rows of one sheet until one limit is met. */
final class RowsRead {
    private static final int BYTES_PER_CHARACTER = 4;

    private final SheetLimits limits;
    private final List<Row> rows = new ArrayList<>();
    private long characters;
    private @Nullable ProblemException excess;

    RowsRead(SheetLimits limits) {
        this.limits = limits;
    }

    /** @return whether more are wanted */
    boolean add(int number, boolean hidden, List<Cell> cells) {
        int last = cells.size();
        while (last > 0 && cells.get(last - 1).isBlank()) {
            last--;
        }
        Row row = new Row(number, hidden, cells.subList(0, last));
        if (row.isBlank()) {
            return true;
        }
        characters +=
                row.cells().stream().mapToLong(cell -> cell.text().length()).sum();
        if (last > limits.columns()) {
            excess = SheetLimits.exceeded(SheetReason.TOO_MANY_COLUMNS, number, limits.columns());
        } else if (row.cells().stream().anyMatch(cell -> cell.text().length() > limits.cellLength())) {
            excess = SheetLimits.exceeded(SheetReason.CELL_TOO_LONG, number, limits.cellLength());
        } else if (characters > limits.unpackedBytes() / BYTES_PER_CHARACTER) {
            // one text may stand in every cell, and takes its place once in the file
            excess = SheetLimits.exceeded(SheetReason.SHEET_UNPACKS_TOO_LARGE, limits.unpackedBytes());
        } else if (rows.size() == limits.rows()) {
            excess = SheetLimits.exceeded(SheetReason.TOO_MANY_ROWS, limits.rows());
        } else {
            rows.add(row);
        }
        return excess == null;
    }

    Grid named(@Nullable String name) {
        return new Grid(name, rows, excess);
    }
}
