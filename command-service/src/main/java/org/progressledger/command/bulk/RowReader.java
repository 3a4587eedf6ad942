package org.progressledger.command.bulk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.bulk.sheet.Cell;
import org.progressledger.command.bulk.sheet.Cell.Kind;
import org.progressledger.command.bulk.sheet.Grid;
import org.progressledger.events.Baht;
import org.progressledger.events.Percent;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ReasonCode;

/** Reads the fields of one row and gathers everything that is wrong with it, so that a person is told once. */
final class RowReader {
    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final int LONGEST_GIVEN = 100;

    private final Grid.Row row;
    private final Columns columns;
    private final int textLength;
    private final List<RowProblem> problems = new ArrayList<>();

    private RowReader(Grid.Row row, Columns columns, int textLength) {
        this.row = row;
        this.columns = columns;
        this.textLength = textLength;
    }

    /** @param textLength longest narrative, in characters */
    static ReportRow read(Grid.Row row, Columns columns, int textLength) {
        return new RowReader(row, columns, textLength).read();
    }

    private ReportRow read() {
        if (row.hidden()) {
            problems.add(RowProblem.worthALook(null, BulkReason.ROW_IS_HIDDEN, Map.of()));
        }
        Cell name = columns.cell(row, Field.PROJECT_NAME);
        return new ReportRow(
                row.number(),
                row.texts(),
                read(Field.PROJECT_CODE, BulkReason.CODE_NOT_READABLE, cell -> Written.code(cell.text())),
                name.isBlank() ? null : name.text(),
                read(Field.REPORT_NO, BulkReason.NUMBER_NOT_READABLE, cell -> Written.reportNo(cell.text())),
                read(Field.REPORTED_ON, BulkReason.DATE_NOT_READABLE, this::day),
                read(Field.PERCENT, BulkReason.PERCENT_NOT_READABLE, this::percent),
                read(Field.DISBURSED, BulkReason.AMOUNT_NOT_READABLE, RowReader::amount),
                read(Field.NARRATIVE, BulkReason.TEXT_NOT_READABLE, this::text),
                status(Field.SCHEDULE_STATUS, StatusWords::schedule, StatusWords.SCHEDULE, ScheduleStatus.UNKNOWN),
                status(Field.TARGET_STATUS, StatusWords::target, StatusWords.TARGET, TargetStatus.UNKNOWN),
                problems);
    }

    /** The field's value, or null and a problem, or null where it may be missing and is. */
    private <T> @Nullable T read(Field field, ReasonCode otherwise, Function<Cell, Optional<T>> reading) {
        Cell cell = columns.cell(row, field);
        if (isUnusable(field, cell)) {
            return null;
        }
        if (isNothing(field, cell)) {
            if (field.required()) {
                refuse(field, CommonReason.REQUIRED, Map.of());
            }
            return null;
        }
        int before = problems.size();
        T value = reading.apply(cell).orElse(null);
        if (value == null && problems.size() == before) {
            refuse(field, otherwise, Map.of("given", shortened(cell.text())));
        } else if (value != null && cell.computed()) {
            look(field, BulkReason.FORMULA_VALUE_TAKEN, Map.of("value", shortened(cell.text())));
        }
        return value;
    }

    private boolean isUnusable(Field field, Cell cell) {
        if (cell.kind() == Kind.FAULT) {
            refuse(field, BulkReason.CELL_SHOWS_A_FAULT, Map.of("given", shortened(cell.text())));
        } else if (cell.kind() == Kind.UNCOMPUTED) {
            refuse(field, BulkReason.FORMULA_WITHOUT_VALUE, Map.of("given", shortened(cell.text())));
        }
        return cell.kind() == Kind.FAULT || cell.kind() == Kind.UNCOMPUTED;
    }

    /** On the office's paper a dash stands for nothing; in a narrative it is what was typed, and says too little. */
    private static boolean isNothing(Field field, Cell cell) {
        return cell.isBlank() || !field.required() && Written.plain(cell.text()).matches("-+");
    }

    private Optional<LocalDate> day(Cell cell) {
        LocalDate kept = cell.day();
        Optional<WrittenDay> day = kept != null
                ? WrittenDay.of(kept)
                : cell.kind() == Kind.TEXT ? WrittenDay.of(cell.text()) : Optional.empty();
        day.ifPresent(found -> {
            if (found.look() != null) {
                look(Field.REPORTED_ON, found.look(), found.said());
            }
        });
        return day.map(WrittenDay::day);
    }

    private Optional<Percent> percent(Cell cell) {
        BigDecimal number = cell.number();
        Optional<Percent> percent = number == null
                ? Written.percent(cell.text())
                : Written.percent(cell.kind() == Kind.PERCENTAGE ? number.movePointRight(2) : number);
        percent.filter(found -> cell.kind() != Kind.PERCENTAGE && !cell.text().contains("%"))
                .filter(found -> found.value().signum() > 0 && found.value().compareTo(BigDecimal.ONE) <= 0)
                .ifPresent(
                        found -> look(Field.PERCENT, BulkReason.PERCENT_BELOW_ONE, Map.of("percent", found.value())));
        return percent;
    }

    private static Optional<Baht> amount(Cell cell) {
        BigDecimal number = cell.number();
        if (number == null) {
            return Written.amount(cell.text());
        }
        return cell.kind() == Kind.NUMBER ? Written.amount(number) : Optional.empty();
    }

    private Optional<String> text(Cell cell) {
        String text = cell.text().strip();
        if (text.length() > textLength) {
            refuse(Field.NARRATIVE, CommonReason.WRONG_LENGTH, Map.of("min", 1, "max", textLength));
            return Optional.empty();
        }
        boolean halves = text.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF);
        return halves || CONTROL_CHARACTERS.matcher(text).find() ? Optional.empty() : Optional.of(text);
    }

    private <T> T status(Field field, Function<String, Optional<T>> reading, List<String> words, T unknown) {
        Cell cell = columns.cell(row, field);
        if (isUnusable(field, cell) || isNothing(field, cell)) {
            return unknown;
        }
        return reading.apply(cell.text()).orElseGet(() -> {
            refuse(field, BulkReason.STATUS_NOT_READABLE, Map.of("given", shortened(cell.text()), "allowed", words));
            return unknown;
        });
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_GIVEN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_GIVEN / 2)) + "…";
    }

    private void refuse(@Nullable Field field, ReasonCode code, Map<String, Object> data) {
        problems.add(RowProblem.refusing(field, code, data));
    }

    private void look(@Nullable Field field, ReasonCode code, Map<String, Object> data) {
        problems.add(RowProblem.worthALook(field, code, data));
    }
}
