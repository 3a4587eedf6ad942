package org.progressledger.command.bulk.sheet;

import java.util.Map;
import org.progressledger.problems.ProblemException;

/**
 * How much is read of a file.
 *
 * @param bytes of the file as it came
 * @param unpackedBytes of all parts of a workbook together
 * @param sheets of a workbook, hidden ones included
 * @param rows of a sheet that are not blank, those above the header included
 * @param columns of a row, blank ones at its end not counted
 * @param cellLength characters of a cell
 */
public record SheetLimits(int bytes, long unpackedBytes, int sheets, int rows, int columns, int cellLength) {

    static ProblemException exceeded(SheetReason reason, long limit) {
        return new ProblemException(reason, Map.of("limit", limit));
    }

    static ProblemException exceeded(SheetReason reason, int row, long limit) {
        return new ProblemException(reason, Map.of("row", row, "limit", limit));
    }
}
