package org.progressledger.command.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/** Prints forms as PDF: as plain lines, or as a table with columns for labels, values and statuses. */
public final class PaperPdf implements AutoCloseable {
    public static final float SIZE = 10;
    private static final float LEADING = 15;
    private static final float LEFT = 50;
    private static final float VALUES = 150;
    private static final float RIGHT = 560;
    private static final float STATUS = 430;
    private static final float SECOND_STATUS = 500;
    private static final float TOP = 780;
    private static final float BOTTOM = 70;

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private final float bottom;
    private PDPageContentStream content;
    private String header = "";
    private float y;

    public PaperPdf() {
        this(BOTTOM);
    }

    /** @param bottom a higher one breaks the pages elsewhere */
    PaperPdf(float bottom) {
        this.bottom = bottom;
        try (InputStream ttf = PaperPdf.class.getResourceAsStream("/fonts/Sarabun-Regular.ttf")) {
            font = PDType0Font.load(document, ttf, true);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Each line of the text is a line on paper, or several where it is too long. */
    public static byte[] plain(String text) {
        return plain(text, BOTTOM, "");
    }

    static byte[] plain(String text, float bottom, String header) {
        try (PaperPdf paper = new PaperPdf(bottom)) {
            paper.header = header;
            for (String line : text.split("\r?\n")) {
                paper.plainLine(line);
            }
            return paper.bytes();
        }
    }

    /** Labels in one column, values in the next; statuses of reports in two more. */
    public static byte[] table(String text) {
        return table(text, BOTTOM);
    }

    static byte[] table(String text, float bottom) {
        try (PaperPdf paper = new PaperPdf(bottom)) {
            boolean reports = false;
            for (String line : text.split("\r?\n")) {
                if (line.isBlank()) {
                    continue;
                }
                reports |= line.startsWith("2. ");
                paper.tableRow(line.strip(), reports);
            }
            return paper.bytes();
        }
    }

    private void plainLine(String line) {
        if (line.isBlank()) {
            down();
            return;
        }
        String[] parts = line.split("\t");
        float x = LEFT;
        down();
        for (String part : parts) {
            if (part.isEmpty()) {
                x = Math.max(x, VALUES);
                continue;
            }
            List<String> wrapped = wrapped(part.strip(), RIGHT - x, RIGHT - LEFT);
            for (int i = 0; i < wrapped.size(); i++) {
                if (i > 0) {
                    x = LEFT;
                    down();
                }
                show(wrapped.get(i), x, y);
            }
            x += Math.max(width(wrapped.getLast()) + 2 * SIZE, x == LEFT ? VALUES - LEFT : 0);
        }
    }

    private void tableRow(String line, boolean reports) {
        int colon = line.indexOf(" : ");
        int tab = line.indexOf('\t');
        String label = "";
        String value = line;
        if (reports && line.matches("รายงานครั้งที่ ?[0-9]+.*")) {
            label = line.replaceFirst("(รายงานครั้งที่ ?[0-9]+).*", "$1");
            value = line.substring(label.length()).strip();
        } else if (!reports && colon > 0 && colon < 40 && tab < 0) {
            label = line.substring(0, colon + 2);
            value = line.substring(colon + 3);
        } else if (!reports || line.startsWith("2. ") || line.startsWith("***")) {
            for (String each : wrapped(line, RIGHT - LEFT, RIGHT - LEFT)) {
                down();
                show(each, LEFT, y);
            }
            y -= 4;
            return;
        }
        List<String> statuses = new ArrayList<>();
        if (value.contains(": เป็นไป") && !value.contains("<")) {
            int first = value.indexOf(": เป็นไป");
            int second = value.indexOf(": เป็นไป", first + 3);
            statuses.add(value.substring(first, second).strip());
            statuses.add(value.substring(second).strip());
            value = value.substring(0, first).strip();
        }
        row(label, value, statuses);
    }

    /** Cell by cell, as tables are drawn. */
    private void row(String label, String value, List<String> statuses) {
        float width = (statuses.isEmpty() ? RIGHT : STATUS) - VALUES - 4;
        down();
        float top = y;
        if (!label.isEmpty()) {
            show(label, LEFT, y);
        }
        List<String> lines = value.isEmpty() ? List.of() : wrapped(value, width, width);
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                down();
                top = Math.max(top, y);
            }
            show(lines.get(i), VALUES, y);
        }
        float under = y;
        for (int column = 0; column < statuses.size(); column++) {
            float x = column == 0 ? STATUS : SECOND_STATUS;
            y = top;
            List<String> wrapped = wrapped(statuses.get(column), 62, 62);
            for (int i = 0; i < wrapped.size(); i++) {
                show(wrapped.get(i), x, top - i * LEADING);
                under = Math.min(under, top - i * LEADING);
            }
        }
        y = under - 4;
    }

    List<String> wrapped(String text, float firstWidth, float width) {
        BreakIterator words = BreakIterator.getLineInstance(Locale.forLanguageTag("th"));
        words.setText(text);
        List<String> lines = new ArrayList<>();
        int start = 0;
        int last = 0;
        float limit = firstWidth;
        for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
            if (last > start && width(text.substring(start, end).stripTrailing()) > limit) {
                lines.add(text.substring(start, last).stripTrailing());
                start = last;
                limit = width;
            }
            last = end;
        }
        lines.add(text.substring(start).stripTrailing());
        return lines;
    }

    float width(String text) {
        try {
            return font.getStringWidth(text) / 1000 * SIZE;
        } catch (IOException | IllegalArgumentException strange) {
            throw new IllegalArgumentException(text, strange);
        }
    }

    private void down() {
        if (content == null || y - LEADING < bottom) {
            newPage();
        }
        y -= LEADING;
    }

    void newPage() {
        try {
            endPage();
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            content = new PDPageContentStream(document, page);
            y = TOP;
            if (!header.isEmpty()) {
                show(header.replace("#", String.valueOf(document.getNumberOfPages())), LEFT, 820);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    void show(String text, float x, float baseline) {
        show(text, new Matrix(1, 0, 0, 1, x, baseline));
    }

    void show(String text, Matrix place) {
        try {
            content.beginText();
            content.setFont(font, SIZE);
            content.setTextMatrix(place);
            content.showText(text);
            content.endText();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    PDPageContentStream content() {
        return content;
    }

    PDDocument document() {
        return document;
    }

    private void endPage() throws IOException {
        if (content != null) {
            content.close();
        }
    }

    byte[] bytes() {
        try {
            endPage();
            content = null;
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
