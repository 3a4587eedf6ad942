package org.progressledger.command.bulk;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.problems.ReasonCode;

/**
 * What is wrong with a row, or worth a look.
 *
 * @param field null for the row as a whole
 * @param refuses whether nothing can be recorded because of it
 */
record RowProblem(@Nullable Field field, ReasonCode code, Map<String, Object> data, boolean refuses) {
    RowProblem {
        data = Map.copyOf(data);
    }

    static RowProblem refusing(@Nullable Field field, ReasonCode code, Map<String, Object> data) {
        return new RowProblem(field, code, data, true);
    }

    static RowProblem worthALook(@Nullable Field field, ReasonCode code, Map<String, Object> data) {
        return new RowProblem(field, code, data, false);
    }
}
