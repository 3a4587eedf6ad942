package org.progressledger.command.printedform;

import java.util.List;
import org.progressledger.events.LineRange;

/**
 * Where a proposal comes from.
 *
 * @param id the same for the same bytes, unique in one form: report number, kind, date or number
 * @param reportNo the report whose narrative tells it
 * @param lines the lines that hold the matched words
 * @param matched the printed words that gave rise to it, white space collapsed
 * @param rule the id of the rule by which it is proposed
 */
public record Origin(
        String id, int reportNo, List<LineRange> lines, String matched, String rule, Confidence confidence) {
    public Origin {
        lines = List.copyOf(lines);
    }
}
