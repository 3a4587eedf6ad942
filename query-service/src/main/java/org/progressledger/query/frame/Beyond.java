package org.progressledger.query.frame;

import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * That a page was asked for which lies behind the last one of a list that holds something.
 *
 * @param asked the page that is not there
 * @param last the last one that is, from 1
 * @param link where that is
 */
public record Beyond(String asked, String last, String link) {

    /**
     * @param page from 1
     * @param size lines on a page that is full
     * @param shown lines on this one
     * @param link where a page is, by its number
     * @return null where the page is there, or the list is empty
     */
    public static @Nullable Beyond of(int page, int size, int shown, long total, LongFunction<String> link) {
        if (shown > 0 || total == 0) {
            return null;
        }
        long last = (total + size - 1) / size;
        return new Beyond(Figures.count(page), Figures.count(last), link.apply(last));
    }
}
