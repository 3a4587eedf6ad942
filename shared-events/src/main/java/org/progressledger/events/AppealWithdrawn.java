package org.progressledger.events;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** ถอนอุทธรณ์: who filed a round takes it back before it is decided. Why is told with the event. */
public record AppealWithdrawn(
        ProjectCode project,
        int round,
        LocalDate withdrawnOn,
        @Nullable Letter letter) implements ProjectEvent {

    public AppealWithdrawn {
        Objects.requireNonNull(project, "project");
        if (round < 1) {
            throw new IllegalArgumentException("Rounds count from 1: " + round);
        }
        Objects.requireNonNull(withdrawnOn, "withdrawnOn");
    }
}
