package org.progressledger.command.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.bulk.Heading.Match;
import org.progressledger.command.bulk.Heading.MatchedBy;
import org.progressledger.command.bulk.sheet.Cell;
import org.progressledger.command.bulk.sheet.Grid;
import org.progressledger.problems.ProblemException;

/**
 * Which column tells what, as the header row says.
 *
 * @param row the header's, as the spreadsheet counts it
 */
record Columns(int row, List<Column> all) {

    /**
     * One column.
     *
     * @param index from 0
     * @param printed its heading; empty where there is none
     * @param field null where it is left out
     */
    record Column(
            int index,
            String printed,
            @Nullable Field field,
            @Nullable MatchedBy matchedBy) {}

    /** How many fields these headings name; of a row that names fewer than three it is 0, for it is no header. */
    static int fieldsIn(List<String> headings) {
        Set<Field> fields = headings.stream()
                .map(Heading::of)
                .filter(Objects::nonNull)
                .map(Match::field)
                .collect(Collectors.toSet());
        return fields.size() > 2 ? fields.size() : 0;
    }

    /** @throws ProblemException if two columns tell the same, or one is missing that must be there */
    static Columns of(Grid.Row header) {
        List<Column> columns = new ArrayList<>();
        List<String> headings = header.texts();
        for (int i = 0; i < headings.size(); i++) {
            Match match = headings.get(i).isEmpty() ? null : Heading.of(headings.get(i));
            columns.add(new Column(
                    i, headings.get(i), match == null ? null : match.field(), match == null ? null : match.by()));
        }
        List<Column> kept = surest(columns);
        refuseMissing(kept);
        return new Columns(header.number(), List.copyOf(kept));
    }

    /** What is only like a name gives way to the name itself. Two that are alike sure are not told apart. */
    private static List<Column> surest(List<Column> columns) {
        Map<Field, Column> sure = new EnumMap<>(Field.class);
        for (MatchedBy by : MatchedBy.values()) {
            Set<Field> before = new HashSet<>(sure.keySet());
            for (Column column : columns) {
                Field field = column.field();
                if (field != null && column.matchedBy() == by && !before.contains(field)) {
                    Column other = sure.put(field, column);
                    if (other != null) {
                        throw new ProblemException(
                                BulkReason.COLUMN_TWICE,
                                Map.of("field", field.json(), "columns", List.of(other.printed(), column.printed())));
                    }
                }
            }
        }
        return columns.stream()
                .map(column -> column.field() == null || sure.get(column.field()) == column
                        ? column
                        : new Column(column.index(), column.printed(), null, null))
                .toList();
    }

    private static void refuseMissing(List<Column> columns) {
        List<String> missing = Arrays.stream(Field.values())
                .filter(Field::required)
                .filter(field -> columns.stream().noneMatch(column -> column.field() == field))
                .map(field -> field.thai() + " / " + field.english())
                .toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(BulkReason.COLUMN_MISSING, Map.of("columns", missing));
        }
    }

    /** The row's cell that tells this; blank where there is no such column. */
    Cell cell(Grid.Row row, Field field) {
        return all.stream()
                .filter(column -> column.field() == field)
                .findFirst()
                .map(column -> row.cell(column.index()))
                .orElse(Cell.BLANK);
    }
}
