package org.progressledger.command.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spans of which a PDF says what they read: browsers write so where a font draws Thai marks by glyphs that are no letters of
 * their own. The outermost that says so counts.
 */
final class Spans {
    /** Stands for a glyph of which only the span says what it is. */
    static final String UNKNOWN = "\uFFFC";

    private static final double ONE_LINE = 0.9;
    private static final String NOTHING = "";

    private final Deque<Span> open = new ArrayDeque<>();
    private @Nullable Span current;

    /**
     * @param text empty where the span says nothing of it
     * @param first index of its first glyph
     */
    record Span(String text, int first) {}

    void clear() {
        open.clear();
        current = null;
    }

    /** The one that says what is drawn now; null if none does. */
    @Nullable
    Span current() {
        return current;
    }

    void begin(@Nullable String text, int first) {
        Span span = new Span(text == null ? NOTHING : text, first);
        open.push(span);
        if (current == null && !span.text().isEmpty()) {
            current = span;
        }
    }

    /** Null where what ends says nothing, or another one around it does. */
    @Nullable
    Span end() {
        Span ended = open.poll();
        if (ended == null || ended != current) {
            return null;
        }
        current = null;
        return ended;
    }

    /** One glyph for all, where they stand on one line; null where they do not. */
    static @Nullable Glyph whole(List<Glyph> spanned, String text) {
        Glyph first = spanned.getFirst();
        double left = first.x();
        double right = first.right();
        for (Glyph glyph : spanned) {
            if (Math.abs(glyph.y() - first.y()) > ONE_LINE * first.size()) {
                return null;
            }
            left = Math.min(left, glyph.x());
            right = Math.max(right, glyph.right());
        }
        return text.isBlank() ? null : new Glyph(text, left, first.y(), right - left, first.size(), first.order());
    }
}
