package org.progressledger.query.projectlist;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.projection.RegisterRows.Grams;
import org.progressledger.query.projection.RegisterRows.Row;

/**
 * All rows, laid out so that words are looked for in one go: what nearly every row is passed over by stands side by side, and the
 * rows themselves, which lie anywhere in memory, are only looked at where the words may be.
 */
final class SearchedRows {
    private static final int WIDTH = 4;
    // what follows the hyphen in the order of characters: between the two lie an agency's projects
    private static final String BEHIND_HYPHEN = ".";

    private final List<Row> rows;
    private long @Nullable [] grams;

    /** @param rows by code */
    SearchedRows(List<Row> rows) {
        this.rows = rows;
    }

    List<Row> rows() {
        return rows;
    }

    /**
     * Places of the rows in which words are found or which belong to these agencies.
     *
     * @param words folded
     */
    BitSet holding(String words, Collection<String> agencies) {
        BitSet holding = new BitSet(rows.size());
        long[] all = grams();
        Grams asked = Grams.of(words);
        for (int place = 0, at = 0; at < all.length; place++, at += WIDTH) {
            if ((all[at] & asked.first()) == asked.first()
                    && (all[at + 1] & asked.second()) == asked.second()
                    && (all[at + 2] & asked.third()) == asked.third()
                    && (all[at + 3] & asked.fourth()) == asked.fourth()
                    // grams may lie apart: the words themselves decide
                    && rows.get(place).searched().contains(words)) {
                holding.set(place);
            }
        }
        for (String agency : agencies) {
            holding.set(placeOf(agency + "-"), placeOf(agency + BEHIND_HYPHEN));
        }
        return holding;
    }

    /** Laid out by whoever looks for words first. */
    private synchronized long[] grams() {
        long[] known = grams;
        if (known == null) {
            known = new long[rows.size() * WIDTH];
            int at = 0;
            for (Row row : rows) {
                Grams of = row.grams();
                known[at] = of.first();
                known[at + 1] = of.second();
                known[at + 2] = of.third();
                known[at + 3] = of.fourth();
                at += WIDTH;
            }
            grams = known;
        }
        return known;
    }

    /** Of the first row whose code does not come before it. */
    private int placeOf(String code) {
        int from = 0;
        int to = rows.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (rows.get(middle).code().compareTo(code) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
