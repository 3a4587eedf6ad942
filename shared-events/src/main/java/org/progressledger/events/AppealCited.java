package org.progressledger.events;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A narrative speaks of an appeal whose papers are not recorded. It never invents a filing: it leaves a visible gap.
 *
 * @param round รอบที่, where told
 * @param criteriaChanged whether the narrative says that criteria changed
 * @param citedOn the date of the report that speaks of it
 * @param words the words that speak of it
 */
public record AppealCited(
        ProjectCode project,
        @Nullable Integer round,
        AppealStage stage,
        boolean criteriaChanged,
        LocalDate citedOn,
        String words)
        implements ProjectEvent {

    public AppealCited {
        Objects.requireNonNull(project, "project");
        if (round != null && round < 1) {
            throw new IllegalArgumentException("Rounds count from 1: " + round);
        }
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(citedOn, "citedOn");
        Texts.required("words", words);
    }
}
