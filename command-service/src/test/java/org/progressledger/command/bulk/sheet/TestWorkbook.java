package org.progressledger.command.bulk.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, so that it may hold what no library writes. */
public final class TestWorkbook {
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final List<String> sheets = new ArrayList<>();
    private final StringBuilder relations = new StringBuilder();
    private String properties = "";

    /** @param rows the content of its sheetData */
    public TestWorkbook sheet(String name, String rows) {
        return sheet(name, "visible", rows);
    }

    public TestWorkbook sheet(String name, String state, String rows) {
        int number = sheets.size() + 1;
        sheets.add("<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"rId%d\"/>"
                .formatted(name, number, state, number));
        relations.append("<Relationship Id=\"rId%d\" Type=\"x/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                .formatted(number, number));
        return part(
                "xl/worksheets/sheet" + number + ".xml",
                "<worksheet " + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>");
    }

    /** Cell styles 0, 1, ... of these formats; a number is one of the standard's, anything else a code. */
    public TestWorkbook styles(String... formats) {
        StringBuilder codes = new StringBuilder();
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < formats.length; i++) {
            boolean known = formats[i].matches("[0-9]+");
            String id = known ? formats[i] : Integer.toString(164 + i);
            if (!known) {
                codes.append("<numFmt numFmtId=\"%s\" formatCode=\"%s\"/>"
                        .formatted(id, formats[i].replace("&", "&amp;").replace("\"", "&quot;")));
            }
            cells.append("<xf numFmtId=\"%s\"/>".formatted(id));
        }
        return part(
                "xl/styles.xml",
                "<styleSheet " + MAIN + "><numFmts>" + codes + "</numFmts><cellStyleXfs><xf numFmtId=\"10\"/>"
                        + "</cellStyleXfs><cellXfs>" + cells + "</cellXfs></styleSheet>");
    }

    public TestWorkbook texts(String items) {
        return part("xl/sharedStrings.xml", "<sst " + MAIN + ">" + items + "</sst>");
    }

    public TestWorkbook since1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    public TestWorkbook relation(String relation) {
        relations.append(relation);
        return this;
    }

    public TestWorkbook part(String name, String text) {
        return part(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public TestWorkbook part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    public byte[] bytes() {
        part(
                "xl/workbook.xml",
                "<workbook " + MAIN + " xmlns:r=\"r\">" + properties + "<sheets>" + String.join("", sheets)
                        + "</sheets></workbook>");
        part("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"p\">" + relations + "</Relationships>");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
