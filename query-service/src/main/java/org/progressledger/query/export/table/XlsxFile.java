package org.progressledger.query.export.table;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.RecordedEvent;

/**
 * An Excel workbook: a sheet for each table, more where the rows do not fit, and a last one about the file. Rows go out as
 * they come; without its last sheet and directory, which {@link #finish} writes, no program opens the file.
 */
public final class XlsxFile implements TableFile {
    private static final int ROWS_BEFORE_FLUSH = 200;
    private static final double HEADING_HEIGHT = 34;
    private static final String HEADING_COLOUR = "E8EEF4";
    private static final int REMARK_WIDTH = 40;

    private final Workbook workbook;
    private final int mostRows;
    private @Nullable Table table;
    private List<Column> columns = List.of();
    private @Nullable Worksheet sheet;
    private int sheets;
    private int nextRow;

    public XlsxFile(OutputStream out) {
        this(out, Worksheet.MAX_ROWS);
    }

    /** @param mostRows of a sheet, its heading included */
    XlsxFile(OutputStream out, int mostRows) {
        // the version has this form or Excel refuses the file
        this.workbook = new Workbook(out, "Progress Ledger", "01.0000");
        this.mostRows = mostRows;
    }

    @Override
    public void begin(Table begun) throws IOException {
        end();
        table = begun;
        columns = begun.columns();
        sheets = 0;
        open(begun);
    }

    private void open(Table begun) {
        sheets++;
        String number = sheets == 1 ? "" : " " + sheets;
        Worksheet opened = workbook.newWorksheet(begun.thai() + " " + begun.english() + number);
        opened.freezePane(1, 1);
        opened.rowHeight(0, HEADING_HEIGHT);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            opened.width(i, column.width());
            heading(opened, i, column.thai() + "\n" + column.english());
        }
        sheet = opened;
        nextRow = 1;
    }

    private static void heading(Worksheet on, int column, String text) {
        on.inlineString(0, column, text);
        on.style(0, column)
                .bold()
                .wrapText(true)
                .verticalAlignment("top")
                .fillColor(HEADING_COLOUR)
                .set();
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        if (nextRow == mostRows) {
            end();
            open(opened(table));
        }
        Worksheet on = opened(sheet);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value != null) {
                cell(on, nextRow, i, value);
            }
        }
        nextRow++;
        if (nextRow % ROWS_BEFORE_FLUSH == 0) {
            on.flush();
        }
    }

    private static void cell(Worksheet on, int row, int column, Object value) {
        switch (value) {
            // not shared strings: those would all be kept until the end
            case String text -> on.inlineString(row, column, ExcelText.cell(text));
            case BigDecimal number -> {
                on.value(row, column, number);
                on.style(row, column).format("#,##0.00").set();
            }
            case LocalDate day -> {
                on.value(row, column, day);
                on.style(row, column).format("yyyy-mm-dd").set();
            }
            case Instant instant -> {
                on.value(row, column, LocalDateTime.ofInstant(instant, RecordedEvent.OFFICE));
                on.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
            }
            case Number number -> on.value(row, column, number);
            default -> throw new IllegalArgumentException("Not for a cell: " + value.getClass());
        }
    }

    private void end() throws IOException {
        if (sheet != null) {
            if (nextRow > 1) {
                sheet.setAutoFilter(0, 0, nextRow - 1, columns.size() - 1);
            }
            sheet.finish();
            sheet = null;
        }
    }

    @Override
    public void finish(List<Remark> remarks) throws IOException {
        end();
        Worksheet about = workbook.newWorksheet("เกี่ยวกับไฟล์ About");
        for (int i = 0; i < 3; i++) {
            about.width(i, REMARK_WIDTH);
        }
        for (int i = 0; i < remarks.size(); i++) {
            Remark remark = remarks.get(i);
            about.inlineString(i, 0, remark.thai());
            about.inlineString(i, 1, remark.english());
            about.inlineString(i, 2, ExcelText.cell(remark.text()));
        }
        about.finish();
        workbook.finish();
    }

    /** Nothing: a workbook without its directory is seen to be none. */
    @Override
    public void breakOff() {}

    private static <T> T opened(@Nullable T begun) {
        if (begun == null) {
            throw new IllegalStateException("A row comes before its table");
        }
        return begun;
    }
}
