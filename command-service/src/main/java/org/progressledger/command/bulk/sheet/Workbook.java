package org.progressledger.command.bulk.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.bulk.sheet.NumberFormats.Shown;

/** An Excel workbook (ECMA-376): its sheets in the order of their tabs, its texts and formats. */
final class Workbook {
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final String STYLES = "xl/styles.xml";

    private final Parts parts;
    private final SheetLimits limits;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<Shown> styles = new ArrayList<>();
    private boolean since1904;

    private record Sheet(String name, boolean hidden, String part) {}

    private Workbook(Parts parts, SheetLimits limits) {
        this.parts = parts;
        this.limits = limits;
    }

    static List<Tab> tabs(byte[] bytes, SheetLimits limits) {
        Parts parts = Parts.of(bytes, limits);
        Workbook workbook = new Workbook(parts, limits);
        workbook.readSheets(workbook.relations());
        if (parts.has(TEXTS)) {
            workbook.readTexts();
        }
        if (parts.has(STYLES)) {
            workbook.readStyles();
        }
        return workbook.sheets.stream()
                .map(sheet -> new Tab(sheet.name(), sheet.hidden(), () -> workbook.rows(sheet)))
                .toList();
    }

    private Grid rows(Sheet sheet) {
        return new SheetPart(parts, texts, styles, since1904, limits).read(sheet.part(), sheet.name());
    }

    private Map<String, String> relations() {
        Map<String, String> targets = new HashMap<>();
        XMLStreamReader xml = parts.open(RELATIONS);
        while (more(xml)) {
            if (starts(xml, "Relationship") && !"External".equals(xml.getAttributeValue(null, "TargetMode"))) {
                String id = xml.getAttributeValue(null, "Id");
                String target = xml.getAttributeValue(null, "Target");
                if (id != null && target != null) {
                    targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
        }
        return targets;
    }

    private void readSheets(Map<String, String> targets) {
        XMLStreamReader xml = parts.open(WORKBOOK);
        while (more(xml)) {
            if (starts(xml, "workbookPr")) {
                since1904 = isTrue(xml.getAttributeValue(null, "date1904"));
            } else if (starts(xml, "sheet")) {
                String part = targets.get(relation(xml));
                String name = xml.getAttributeValue(null, "name");
                // a sheet that is a chart has no rows
                if (part != null && name != null && parts.has(part) && part.contains("worksheets/")) {
                    sheets.add(new Sheet(name, hidden(xml), part));
                }
            }
        }
        if (sheets.size() > limits.sheets()) {
            throw SheetLimits.exceeded(SheetReason.TOO_MANY_SHEETS, limits.sheets());
        }
    }

    private static boolean hidden(XMLStreamReader xml) {
        String state = xml.getAttributeValue(null, "state");
        return state != null && !state.equals("visible");
    }

    /** The namespace of the attribute differs between the two kinds of the standard. */
    private static @Nullable String relation(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id")) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Texts that cells share; how a word is pronounced is no part of it. */
    private void readTexts() {
        XMLStreamReader xml = parts.open(TEXTS);
        StringBuilder text = new StringBuilder();
        boolean within = false;
        int pronounced = 0;
        while (xml(xml)) {
            int event = parts.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "si" -> text.setLength(0);
                    case "rPh" -> pronounced++;
                    case "t" -> within = pronounced == 0;
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "si" -> texts.add(text.toString());
                    case "rPh" -> pronounced--;
                    case "t" -> within = false;
                    default -> {}
                }
            } else if (within && xml.isCharacters() && text.length() <= limits.cellLength()) {
                text.append(xml.getText());
            }
        }
    }

    private void readStyles() {
        Map<Integer, String> codes = new HashMap<>();
        XMLStreamReader xml = parts.open(STYLES);
        boolean ofCells = false;
        while (more(xml)) {
            if (xml.isStartElement()) {
                switch (xml.getLocalName()) {
                    case "numFmt" -> codes.put(number(xml, "numFmtId"), given(xml, "formatCode"));
                    case "cellXfs" -> ofCells = true;
                    case "cellStyleXfs", "cellStyles", "dxfs" -> ofCells = false;
                    case "xf" -> {
                        if (ofCells) {
                            styles.add(NumberFormats.of(number(xml, "numFmtId"), codes));
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    private boolean more(XMLStreamReader xml) {
        if (!xml(xml)) {
            return false;
        }
        parts.next(xml);
        return true;
    }

    private static boolean xml(XMLStreamReader xml) {
        return xml.getEventType() != XMLStreamConstants.END_DOCUMENT;
    }

    private static boolean starts(XMLStreamReader xml, String element) {
        return xml.isStartElement() && xml.getLocalName().equals(element);
    }

    private static String given(XMLStreamReader xml, String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? "" : value;
    }

    private static int number(XMLStreamReader xml, String attribute) {
        String value = given(xml, attribute);
        return value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
    }

    static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }
}
