package org.progressledger.query.bulkreports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sheet as the command service decided it, as far as the page shows it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Sheet(String bulkId, List<Column> columns, List<Row> rows, List<LeftOut> leftOut, Totals totals) {

    /** @param field null where the column is left out */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Column(
            String column,
            String printed,
            @Nullable String field,
            @Nullable String matchedBy) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Row(
            int row,
            @Nullable String projectCode,
            @Nullable Integer reportNo,
            @Nullable LocalDate reportedOn,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal disbursed,
            @Nullable String narrative,
            String state,
            List<Problem> problems,
            @Nullable Before before) {}

    /** @param field null for the row as a whole */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Problem(@Nullable String field, String code, boolean refuses, String message) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Before(int reportNo, BigDecimal percent) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record LeftOut(int row, String message) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Totals(int rows, long ok, long warnings, long refused, long projects, int leftOut) {}
}
