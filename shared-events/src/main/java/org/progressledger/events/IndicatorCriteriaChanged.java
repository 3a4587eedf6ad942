package org.progressledger.events;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * เปลี่ยนเกณฑ์ตัวชี้วัด: from a day on the indicator is scored by other criteria. Scores under the old ones stay beside those
 * under the new ones. Why is told with the event.
 *
 * @param version of the new criteria, from 2: those of the adoption are version 1
 * @param before null where the adoption told none
 * @param effectiveOn the first day of the new criteria
 * @param appealRound the decided round that brought the change; null for another reason
 */
public record IndicatorCriteriaChanged(
        ProjectCode project,
        IndicatorId indicator,
        int version,
        @Nullable String before,
        String after,
        LocalDate effectiveOn,
        @Nullable Integer appealRound)
        implements ProjectEvent {

    public IndicatorCriteriaChanged {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(indicator, "indicator");
        if (version < 2) {
            throw new IllegalArgumentException("Changed criteria are version 2 or higher: " + version);
        }
        Texts.required("criteria", after);
        if (after.equals(before)) {
            throw new IllegalArgumentException("A change of criteria changes something");
        }
        Objects.requireNonNull(effectiveOn, "effectiveOn");
        if (appealRound != null && appealRound < 1) {
            throw new IllegalArgumentException("Rounds count from 1: " + appealRound);
        }
    }
}
