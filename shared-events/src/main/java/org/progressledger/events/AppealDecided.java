package org.progressledger.events;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * ผลการพิจารณาอุทธรณ์: a round was decided. It may change criteria and, with them, the score; never a percentage.
 *
 * @param criteriaBefore the criteria that held until then, where told
 * @param criteriaAfter the criteria from then on; null where they stay
 */
public record AppealDecided(
        ProjectCode project,
        int round,
        LocalDate decidedOn,
        AppealOutcome outcome,
        @Nullable String criteriaBefore,
        @Nullable String criteriaAfter,
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
