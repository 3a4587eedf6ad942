package org.progressledger.command.bulk.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.progressledger.problems.ProblemException;

/**
 * A CSV file. Which character stands between its cells it does not say, and Excel takes it from the computer's locale: the
 * one is taken by which a header comes out best.
 */
final class DelimitedText {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int ROWS_TO_LOOK_AT = 40;
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\\Asep=(.)\\r?\\n");
    private static final String FORMULA_OR_GUARD = "=+-@\t\r\n＝＋－＠'";

    private DelimitedText() {}

    static Grid read(String text, ToIntFunction<List<String>> headings, SheetLimits limits) {
        Matcher told = SEPARATOR_LINE.matcher(text);
        // a spreadsheet does not show this line, so it does not count it
        String rows = told.lookingAt() ? text.substring(told.end()) : text;
        char delimiter = told.lookingAt() ? told.group(1).charAt(0) : delimiter(rows, headings);
        RowsRead read = new RowsRead(limits);
        try (CSVParser parser = parser(rows, delimiter)) {
            for (CSVRecord row : parser) {
                if (!read.add((int) row.getRecordNumber(), false, cells(row))) {
                    break;
                }
            }
        } catch (UncheckedIOException | IOException broken) {
            throw quotes(rows, delimiter).causedBy(broken);
        }
        return read.named(null);
    }

    private static CSVParser parser(String text, char delimiter) throws IOException {
        return CSVParser.builder()
                .setCharSequence(text)
                .setFormat(CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter)
                        .setIgnoreEmptyLines(false)
                        .get())
                .get();
    }

    private static char delimiter(String text, ToIntFunction<List<String>> headings) {
        char best = DELIMITERS[0];
        int most = 0;
        for (char delimiter : DELIMITERS) {
            int found = mostHeadings(text, delimiter, headings);
            if (found > most) {
                most = found;
                best = delimiter;
            }
        }
        return best;
    }

    private static int mostHeadings(String text, char delimiter, ToIntFunction<List<String>> headings) {
        int most = 0;
        try (CSVParser parser = parser(text, delimiter)) {
            int looked = 0;
            for (CSVRecord row : parser) {
                most = Math.max(most, headings.applyAsInt(row.toList()));
                if (++looked == ROWS_TO_LOOK_AT) {
                    break;
                }
            }
        } catch (UncheckedIOException | IOException broken) {
            // not this one, unless a header came before
        }
        return most;
    }

    private static List<Cell> cells(CSVRecord row) {
        List<Cell> cells = new ArrayList<>(row.size());
        for (String text : row) {
            cells.add(Cell.text(unguarded(text), false));
        }
        return cells;
    }

    /** Our own files put an apostrophe before what would pass for a formula, and before an apostrophe. */
    private static String unguarded(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && FORMULA_OR_GUARD.indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    private static ProblemException quotes(String text, char delimiter) {
        long line = 1;
        try (CSVParser parser = parser(text, delimiter)) {
            for (CSVRecord row : parser) {
                line = row.getRecordNumber() + 1;
            }
        } catch (UncheckedIOException | IOException broken) {
            // the row after the last whole one
        }
        return new ProblemException(SheetReason.SHEET_QUOTES_DO_NOT_MATCH, Map.of("row", line));
    }
}
