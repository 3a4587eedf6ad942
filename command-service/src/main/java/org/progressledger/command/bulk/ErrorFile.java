package org.progressledger.command.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.progressledger.command.bulk.Columns.Column;
import org.progressledger.command.bulk.DecidedSheet.DecidedRow;
import org.progressledger.command.bulk.DecidedSheet.RowState;
import org.progressledger.problems.Language;

/**
 * The rows as they were filled in, each with its number and what is wrong with it, under the sheet's own headings: mended, it
 * is sent again as it is.
 */
final class ErrorFile {
    static final String SHEET = "แถวที่ต้องแก้ไข Rows to mend";

    private ErrorFile() {}

    /** @param all whether rows that nothing is wrong with stand in it too */
    static List<List<String>> rows(DecidedSheet decided, boolean all, ProblemWords words) {
        List<String> headings =
                decided.sheet().columns().all().stream().map(Column::printed).toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(framed(
                words.language() == Language.TH ? "แถว" : "Row",
                headings,
                headings.size(),
                words.language() == Language.TH ? "เหตุผล" : "Reasons"));
        for (DecidedRow row : decided.rows()) {
            if (all || row.state() == RowState.REFUSED) {
                rows.add(framed(
                        Integer.toString(row.row().row()), row.row().cells(), headings.size(), reasons(row, words)));
            }
        }
        return rows;
    }

    private static String reasons(DecidedRow row, ProblemWords words) {
        return String.join(
                "; ",
                row.problems().stream()
                        .filter(RowProblem::refuses)
                        .map(words::named)
                        .toList());
    }

    private static List<String> framed(String first, List<String> cells, int columns, String last) {
        List<String> framed = new ArrayList<>();
        framed.add(first);
        IntStream.range(0, columns).forEach(i -> framed.add(i < cells.size() ? cells.get(i) : ""));
        framed.add(last);
        return framed;
    }
}
