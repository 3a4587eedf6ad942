package org.progressledger.query.export.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180: one table, its first line the names of the columns. It opens with the mark by which Excel knows UTF-8. Days are
 * ISO days, instants ISO instants in UTC.
 */
public final class CsvFile implements TableFile {
    /** What the last line begins with where the rest is missing. */
    public static final String INCOMPLETE = "INCOMPLETE / ไม่ครบถ้วน";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Writer writer;
    private final CSVPrinter printer;
    private boolean begun;

    public CsvFile(OutputStream out) throws IOException {
        this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    }

    @Override
    public void begin(Table table) throws IOException {
        if (begun) {
            throw new IllegalStateException("A CSV file holds one table");
        }
        begun = true;
        writer.write(BYTE_ORDER_MARK);
        printer.printRecord(table.columns().stream().map(Column::name).toList());
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        List<@Nullable String> cells = new ArrayList<>(values.size());
        for (Object value : values) {
            cells.add(cell(value));
        }
        printer.printRecord(cells);
    }

    private static @Nullable String cell(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> CsvText.cell(text);
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    @Override
    public void finish(List<Remark> remarks) throws IOException {
        printer.flush();
    }

    @Override
    public void breakOff() throws IOException {
        printer.println();
        printer.printRecord(INCOMPLETE);
        printer.flush();
    }
}
