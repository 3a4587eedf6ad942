package org.progressledger.command.bulk.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.bulk.sheet.NumberFormats.Shown;

/** Reads the cells of one sheet of a workbook. */
final class SheetPart {
    private static final Pattern PLACE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");
    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_ROWS = 1_048_576;

    private final Parts parts;
    private final CellValues values;
    private final SheetLimits limits;
    private final StringBuilder formula = new StringBuilder();
    private final StringBuilder value = new StringBuilder();
    private List<Cell> cells = new ArrayList<>();
    private @Nullable StringBuilder open;
    private int pronounced;
    private int row;
    private int column = -1;
    private boolean hidden;
    private boolean computed;
    private boolean valued;
    private @Nullable String type;
    private @Nullable String style;

    SheetPart(Parts parts, List<String> texts, List<Shown> styles, boolean since1904, SheetLimits limits) {
        this.parts = parts;
        this.values = new CellValues(texts, styles, since1904);
        this.limits = limits;
    }

    Grid read(String part, String name) {
        RowsRead rows = new RowsRead(limits);
        XMLStreamReader xml = parts.open(part);
        while (xml.getEventType() != XMLStreamConstants.END_DOCUMENT) {
            int event = parts.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (!end(xml.getLocalName(), rows)) {
                    break;
                }
            } else if (open != null && xml.isCharacters() && open.length() <= limits.cellLength()) {
                open.append(xml.getText());
            }
        }
        return rows.named(name);
    }

    private void start(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "row" -> startRow(xml);
            case "c" -> startCell(xml);
            case "f" -> {
                computed = true;
                open = formula;
            }
            case "v" -> {
                valued = true;
                open = value;
            }
            case "rPh" -> pronounced++;
            case "t" -> {
                valued = true;
                open = pronounced == 0 ? value : null;
            }
            default -> {}
        }
    }

    private void startRow(XMLStreamReader xml) {
        String number = xml.getAttributeValue(null, "r");
        if (number != null && !number.matches("[0-9]{1,7}")) {
            throw Parts.notASheet();
        }
        row = number == null ? row + 1 : Integer.parseInt(number);
        if (row < 1 || row > MOST_ROWS) {
            throw Parts.notASheet();
        }
        hidden = Workbook.isTrue(xml.getAttributeValue(null, "hidden"));
        cells = new ArrayList<>();
        column = -1;
    }

    private void startCell(XMLStreamReader xml) {
        String place = xml.getAttributeValue(null, "r");
        column = place == null ? column + 1 : columnOf(place);
        if (column >= MOST_COLUMNS) {
            throw SheetLimits.exceeded(SheetReason.TOO_MANY_COLUMNS, row, limits.columns());
        }
        type = xml.getAttributeValue(null, "t");
        style = xml.getAttributeValue(null, "s");
        formula.setLength(0);
        value.setLength(0);
        computed = false;
        valued = false;
    }

    private static int columnOf(String place) {
        Matcher found = PLACE.matcher(place);
        if (!found.matches()) {
            throw Parts.notASheet();
        }
        int number = 0;
        for (char letter : found.group(1).toCharArray()) {
            number = number * 26 + (letter - 'A' + 1);
        }
        return number - 1;
    }

    /** @return whether more rows are wanted */
    private boolean end(String element, RowsRead rows) {
        switch (element) {
            case "row" -> {
                return rows.add(row, hidden, cells);
            }
            case "c" -> place(values.cell(type, style, computed ? formula.toString() : null, valued, value.toString()));
            case "rPh" -> pronounced--;
            case "f", "v", "t" -> open = null;
            default -> {}
        }
        return true;
    }

    /** Blank cells take no place: one far to the right would make thousands. */
    private void place(Cell cell) {
        if (cell.isBlank()) {
            return;
        }
        while (cells.size() <= column) {
            cells.add(Cell.BLANK);
        }
        cells.set(column, cell);
    }
}
