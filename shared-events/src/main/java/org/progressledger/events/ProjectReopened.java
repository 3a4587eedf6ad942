package org.progressledger.events;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** เปิดโครงการใหม่: a completed or cancelled project takes reports again. Why is told with the event. */
public record ProjectReopened(
        ProjectCode project, LocalDate reopenedOn, @Nullable Letter letter) implements ProjectEvent {

    public ProjectReopened {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(reopenedOn, "reopenedOn");
    }
}
