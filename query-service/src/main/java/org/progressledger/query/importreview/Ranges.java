package org.progressledger.query.importreview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.LineRange;
import org.progressledger.query.frame.Figures;

/** Lines of the paper, first and last of each range. */
final class Ranges {
    private Ranges() {}

    /** {@code 71–72, 85}; null where there are none. */
    static @Nullable String written(List<List<Integer>> ranges) {
        return Figures.lines(ranges.stream()
                .map(range -> new LineRange(range.getFirst(), range.getLast()))
                .toList());
    }

    /** To the first of them. */
    static String href(List<List<Integer>> ranges) {
        return ranges.isEmpty() ? "#h-src" : "#L" + ranges.getFirst().getFirst();
    }
}
