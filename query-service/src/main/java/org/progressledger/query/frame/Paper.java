package org.progressledger.query.frame;

import org.jspecify.annotations.Nullable;
import org.progressledger.query.projection.Views.SourceView;

/**
 * Where something stands on a printout.
 *
 * @param first the first of its lines, counted from 1
 * @param lines all of them, as they are written
 */
public record Paper(String sha256, int first, String lines) {
    /** Null for what was typed. */
    public static @Nullable Paper of(@Nullable SourceView source) {
        String lines = source == null ? null : Figures.lines(source.lines());
        return source == null || lines == null
                ? null
                : new Paper(source.sha256(), source.lines().getFirst().first(), lines);
    }
}
