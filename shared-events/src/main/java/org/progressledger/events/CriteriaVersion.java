package org.progressledger.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The criteria by which an indicator is scored from a day on.
 *
 * @param version from 1, the adoption's
 * @param text null where the adoption told none
 * @param effectiveOn its first day
 * @param told the fact that brought it
 */
public record CriteriaVersion(int version, @Nullable String text, LocalDate effectiveOn, Fact told) {}
