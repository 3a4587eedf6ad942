package org.progressledger.query.frame;

import org.jspecify.annotations.Nullable;

/**
 * Which lines of a list a page shows, and where the others are.
 *
 * @param from the first line's number, from 1
 * @param previous null on the first page
 * @param next null on the last page
 */
public record Pager(
        String from,
        String to,
        String total,
        @Nullable String previous,
        @Nullable String next) {

    /**
     * @param page from 1
     * @param size lines on a page that is full
     * @param shown lines on this one
     * @param list the list's address without its page
     */
    public static Pager of(int page, int size, int shown, long total, Link list) {
        long before = (page - 1L) * size;
        return new Pager(
                Figures.count(shown == 0 ? 0 : before + 1),
                Figures.count(shown == 0 ? 0 : before + shown),
                Figures.count(total),
                page <= 1
                        ? null
                        : list.with("page", page == 2 ? null : page - 1).address(),
                before + shown < total && shown > 0
                        ? list.with("page", page + 1).address()
                        : null);
    }
}
