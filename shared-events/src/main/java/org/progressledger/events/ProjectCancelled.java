package org.progressledger.events;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** ยกเลิกโครงการ: the project will not be carried out any further. Why is told with the event. */
public record ProjectCancelled(
        ProjectCode project,
        LocalDate cancelledOn,
        @Nullable Letter letter) implements ProjectEvent {

    public ProjectCancelled {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(cancelledOn, "cancelledOn");
    }
}
