package org.progressledger.command.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.bulk.BulkDrafts.Draft;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.Report;

/** A draft, each of its rows decided upon what is recorded now; nothing of it is. */
record DecidedSheet(Draft draft, ReportSheet sheet, List<DecidedRow> rows) {

    /**
     * One row.
     *
     * @param reportNo the number that it bears or would bear; null where nobody can tell
     * @param before the report that its project has right before it, other rows included; null where there is none, or where it is
     *     not for the asker to see
     * @param problems those of reading, then of deciding, then what is worth a look
     */
    record DecidedRow(
            ReportRow row,
            @Nullable Integer reportNo,
            @Nullable Report before,
            List<RowProblem> problems) {

        RowState state() {
            if (problems.stream().anyMatch(RowProblem::refuses)) {
                return RowState.REFUSED;
            }
            return problems.isEmpty() ? RowState.OK : RowState.WARNING;
        }
    }

    /** What becomes of a row. */
    enum RowState {
        OK,
        /** Would be recorded; a person should look. */
        WARNING,
        REFUSED
    }

    List<DecidedRow> refused() {
        return rows.stream().filter(row -> row.state() == RowState.REFUSED).toList();
    }

    long count(RowState state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    long projects() {
        return rows.stream()
                .map(row -> row.row().project())
                .filter(ProjectCode.class::isInstance)
                .distinct()
                .count();
    }
}
