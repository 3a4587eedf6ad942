package org.progressledger.command.bulk;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.bulk.sheet.Grid;
import org.progressledger.command.bulk.sheet.SheetFile;
import org.progressledger.command.bulk.sheet.Tab;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.ReasonCode;

/**
 * What a file says, before anyone asks what is recorded.
 *
 * @param sheet the sheet that was read; null for a file that has none
 * @param otherSheets that were not read
 * @param rows that report something
 * @param leftOut the others, and why
 */
record ReportSheet(
        @Nullable String sheet,
        List<String> otherSheets,
        Columns columns,
        List<ReportRow> rows,
        List<LeftOut> leftOut) {

    /** The code on the template's example: no agency has it. */
    static final String EXAMPLE_CODE = "00000000-0000";

    private static final int ROWS_TO_LOOK_AT = 40;
    private static final List<Field> REPORTED = List.of(
            Field.REPORT_NO,
            Field.REPORTED_ON,
            Field.PERCENT,
            Field.DISBURSED,
            Field.NARRATIVE,
            Field.SCHEDULE_STATUS,
            Field.TARGET_STATUS);

    /** A row that reports nothing. */
    record LeftOut(int row, ReasonCode code) {}

    /**
     * @param declared the encoding that the sender names; null where he names none
     * @param asked the sheet to read; null takes the first one that is shown and has a header
     * @param textLength longest narrative, in characters
     * @throws ProblemException one of {@link BulkReason} or {@link org.progressledger.command.bulk.sheet.SheetReason}
     */
    static ReportSheet read(
            byte[] bytes, @Nullable Charset declared, @Nullable String asked, BulkSettings settings, int textLength) {
        List<Tab> tabs = SheetFile.tabs(bytes, declared, Columns::fieldsIn, settings.limits());
        List<String> names = tabs.stream()
                .filter(tab -> !tab.hidden())
                .flatMap(tab -> Stream.ofNullable(tab.name()))
                .toList();
        if (asked != null && !names.contains(asked)) {
            throw new ProblemException(BulkReason.SHEET_NOT_FOUND, Map.of("sheet", asked, "sheets", names));
        }
        for (Tab tab : tabs) {
            if (asked == null ? !tab.hidden() : asked.equals(tab.name())) {
                Grid grid = tab.rows().get();
                int header = header(grid);
                if (header >= 0) {
                    List<String> others = tabs.stream()
                            .flatMap(other -> Stream.ofNullable(other.name()))
                            .filter(name -> !name.equals(tab.name()))
                            .toList();
                    return of(grid, header, others, textLength);
                }
            }
        }
        throw new ProblemException(BulkReason.HEADER_NOT_FOUND, Map.of("sheets", names));
    }

    /** The first of the rows that name most fields; titles stand above it. -1 where there is none. */
    private static int header(Grid grid) {
        int best = -1;
        int most = 0;
        for (int i = 0; i < Math.min(grid.rows().size(), ROWS_TO_LOOK_AT); i++) {
            int fields = Columns.fieldsIn(grid.rows().get(i).texts());
            if (fields > most) {
                most = fields;
                best = i;
            }
        }
        return best;
    }

    private static ReportSheet of(Grid grid, int header, List<String> others, int textLength) {
        if (grid.excess() != null) {
            throw grid.excess();
        }
        Columns columns = Columns.of(grid.rows().get(header));
        List<ReportRow> rows = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Grid.Row row : grid.rows().subList(header + 1, grid.rows().size())) {
            BulkReason why = whyLeftOut(row, columns);
            if (why == null) {
                rows.add(RowReader.read(row, columns, textLength));
            } else {
                leftOut.add(new LeftOut(row.number(), why));
            }
        }
        if (rows.isEmpty()) {
            throw new ProblemException(BulkReason.NO_ROWS);
        }
        return new ReportSheet(grid.name(), others, columns, List.copyOf(rows), List.copyOf(leftOut));
    }

    private static @Nullable BulkReason whyLeftOut(Grid.Row row, Columns columns) {
        String code = Written.plain(columns.cell(row, Field.PROJECT_CODE).text());
        if (code.equals(EXAMPLE_CODE)) {
            return BulkReason.EXAMPLE_ROW;
        }
        boolean reports =
                REPORTED.stream().anyMatch(field -> !columns.cell(row, field).isBlank());
        // whoever keeps a list of all projects leaves those blank that have nothing to tell this month
        return !reports && Written.code(code).isPresent() ? BulkReason.NOTHING_REPORTED : null;
    }
}
