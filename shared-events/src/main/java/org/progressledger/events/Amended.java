package org.progressledger.events;

import org.jspecify.annotations.Nullable;

/**
 * One detail of a project before and after an amendment.
 *
 * @param before null where nothing was stated until then
 * @param after null where nothing is stated any more
 */
public record Amended<T>(@Nullable T before, @Nullable T after) {
    /** @throws IllegalArgumentException if both are the same */
    public Amended {
        if (before == null ? after == null : before.equals(after)) {
            throw new IllegalArgumentException("An amendment changes something: " + before);
        }
    }
}
