package org.progressledger.events;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * ผลการพิจารณาอุทธรณ์: a round was decided. It may change criteria and, with them, the score; never a percentage.
 *
 * <p>Revision 1 had {@code criteriaBefore} and {@code criteriaAfter} side by side and named no indicator.
 *
 * @param criteria what the decision says of the criteria, where it does
 */
public record AppealDecided(
        ProjectCode project,
        int round,
        LocalDate decidedOn,
        AppealOutcome outcome,
        @Nullable CriteriaChange criteria,
        @Nullable Letter letter)
        implements ProjectEvent {

    public AppealDecided {
        Objects.requireNonNull(project, "project");
        if (round < 1) {
            throw new IllegalArgumentException("Rounds count from 1: " + round);
        }
        Objects.requireNonNull(decidedOn, "decidedOn");
        Objects.requireNonNull(outcome, "outcome");
    }
}
