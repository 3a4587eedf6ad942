package org.progressledger.events;

import java.time.LocalDate;
import java.util.Objects;

/** จัดกิจกรรม: an activity took place on that day. One that was only planned is no such fact. */
public record ActivityHeld(ProjectCode project, LocalDate heldOn, String description) implements ProjectEvent {
    public ActivityHeld {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(heldOn, "heldOn");
        Texts.required("description", description);
    }
}
