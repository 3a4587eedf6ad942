package org.progressledger.command.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Rows of text as a file that spreadsheets open. No text in it is taken for a formula. */
final class OutgoingSheet {
    static final String HEADING_COLOUR = "E8EEF4";

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    // wide forms too: East Asian editions of spreadsheets take them for the narrow ones
    private static final String BEGINS_FORMULA = "=+-@\t\r\n＝＋－＠'";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    private static final int WIDTH = 24;

    private OutgoingSheet() {}

    /** RFC 4180 with the mark by which Excel knows UTF-8. */
    static byte[] csv(List<List<String>> rows) {
        StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(OutgoingSheet::guarded).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** An apostrophe before what a spreadsheet would compute, and before an apostrophe, so that it can be taken away again. */
    static String guarded(String text) {
        boolean plain = text.isEmpty()
                || BEGINS_FORMULA.indexOf(text.charAt(0)) < 0
                || NUMBER.matcher(text).matches();
        return plain ? text : "'" + text;
    }

    /** Cells of a workbook say themselves that they are text. */
    static byte[] xlsx(String sheet, List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = workbook(out)) {
            Worksheet on = workbook.newWorksheet(sheet);
            on.freezePane(0, 1);
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    on.inlineString(row, column, xml(rows.get(row).get(column)));
                    if (row == 0) {
                        on.width(column, WIDTH);
                        on.style(row, column)
                                .bold()
                                .wrapText(true)
                                .fillColor(HEADING_COLOUR)
                                .set();
                    }
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static Workbook workbook(ByteArrayOutputStream out) {
        // the version has this form or Excel refuses the file
        return new Workbook(out, "Progress Ledger", "01.0000");
    }

    /** What XML cannot hold is shown as a mark; what a cell cannot hold was refused when it was read. */
    private static String xml(String text) {
        return text.codePoints()
                .map(point -> point < ' ' && point != '\t' && point != '\n' || point == 0xFFFE || point == 0xFFFF
                        ? 0xFFFD
                        : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
