package org.progressledger.query.bulkreports;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.bulkreports.BulkPage.Cell;
import org.progressledger.query.bulkreports.BulkPage.LeftOutShown;
import org.progressledger.query.bulkreports.BulkPage.RowShown;
import org.progressledger.query.bulkreports.BulkPage.SheetShown;
import org.progressledger.query.bulkreports.Sheet.Column;
import org.progressledger.query.bulkreports.Sheet.Problem;
import org.progressledger.query.bulkreports.Sheet.Row;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;

/** A sheet's rows with what is wrong at their cells. */
final class SheetShowing {
    /** Events of one confirmation that are listed. */
    static final int MOST_ROWS = 1000;

    private static final List<String> CELLS =
            List.of("projectCode", "projectName", "reportNo", "reportedOn", "percent", "disbursed", "narrative");

    private final Sheet sheet;
    private final Frame frame;

    SheetShowing(Sheet sheet, Frame frame) {
        this.sheet = sheet;
        this.frame = frame;
    }

    /** Rows that are refused come first: they are what is to be done. */
    SheetShown shown(String key) {
        List<Row> rows = new ArrayList<>(sheet.rows());
        rows.sort((one, other) -> Integer.compare(rank(one), rank(other)));
        return new SheetShown(
                sheet.bulkId(),
                key,
                sheet.totals().refused(),
                sheet.totals().warnings(),
                sheet.totals().rows(),
                sheet.totals().projects(),
                columns(sheet.columns().stream().filter(column -> column.field() == null)),
                columns(sheet.columns().stream().filter(column -> "LIKENESS".equals(column.matchedBy()))),
                rows.stream().map(this::row).toList(),
                sheet.leftOut().stream()
                        .map(left -> new LeftOutShown(left.row(), left.message()))
                        .toList());
    }

    private static int rank(Row row) {
        return switch (row.state()) {
            case "REFUSED" -> 0;
            case "WARNING" -> 1;
            default -> 2;
        };
    }

    private static List<String> columns(Stream<Column> columns) {
        return columns.map(column -> column.column() + " " + column.printed()).toList();
    }

    private RowShown row(Row row) {
        return new RowShown(
                row.row(),
                row.state(),
                cell(row, row.projectCode(), "projectCode", "projectName"),
                cell(row, row.reportNo() == null ? null : row.reportNo().toString(), "reportNo"),
                cell(
                        row,
                        row.reportedOn() == null
                                ? null
                                : Figures.day(row.reportedOn(), frame.language())
                                        .shown(),
                        "reportedOn"),
                cell(
                        row,
                        row.percent() == null
                                ? null
                                : row.percent()
                                        .setScale(2, RoundingMode.HALF_UP)
                                        .toPlainString(),
                        "percent"),
                cell(row, row.disbursed() == null ? null : Figures.baht(row.disbursed()), "disbursed"),
                cell(row, row.narrative(), "narrative"),
                before(row),
                row.problems().stream()
                        .filter(problem -> !CELLS.contains(Objects.requireNonNullElse(problem.field(), "")))
                        .map(Problem::message)
                        .toList());
    }

    private @Nullable String before(Row row) {
        return row.before() == null
                ? null
                : frame.say(
                        "bulkreports.before",
                        Map.of(
                                "n", row.before().reportNo(),
                                "percent",
                                        row.before()
                                                .percent()
                                                .setScale(2, RoundingMode.HALF_UP)
                                                .toPlainString()));
    }

    private static Cell cell(Row row, @Nullable String text, String... fields) {
        List<Problem> here = row.problems().stream()
                .filter(problem -> List.of(fields).contains(Objects.requireNonNullElse(problem.field(), "")))
                .toList();
        return new Cell(
                text,
                here.stream().anyMatch(Problem::refuses),
                here.stream().map(Problem::message).toList());
    }
}
