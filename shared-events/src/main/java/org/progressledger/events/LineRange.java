package org.progressledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** Lines of a printout, counted from 1, first and last both included; in JSON {@code [first,last]}. */
public record LineRange(int first, int last) {
    /** @throws IllegalArgumentException unless 1 <= first <= last */
    public LineRange {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("Not a range of lines: " + first + " to " + last);
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LineRange of(List<Integer> pair) {
        if (pair.size() != 2) {
            throw new IllegalArgumentException("Not a range of lines: " + pair);
        }
        return new LineRange(pair.get(0), pair.get(1));
    }

    @JsonValue
    public List<Integer> pair() {
        return List.of(first, last);
    }
}
