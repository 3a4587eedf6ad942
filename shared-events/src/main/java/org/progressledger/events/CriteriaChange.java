package org.progressledger.events;

import org.jspecify.annotations.Nullable;

/**
 * เกณฑ์ก่อนและหลัง: the criteria by which something is scored, before and after a decision.
 *
 * @param before the criteria that held until then, where told
 * @param after the criteria from then on; null where they stay
 * @param indicator the adopted indicator that they belong to; null for the project as a whole, or where not told
 */
public record CriteriaChange(
        @Nullable String before,
        @Nullable String after,
        @Nullable IndicatorId indicator) {
    public CriteriaChange {
        if (before == null && after == null) {
            throw new IllegalArgumentException("Neither the criteria before nor those after are told");
        }
    }
}
