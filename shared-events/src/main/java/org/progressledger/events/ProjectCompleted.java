package org.progressledger.events;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * โครงการแล้วเสร็จ: the project is declared complete. A report of 100 % alone completes nothing, and a project may be
 * completed below it.
 *
 * @param words what the office says of it, where it does
 */
public record ProjectCompleted(
        ProjectCode project,
        LocalDate completedOn,
        @Nullable String words,
        @Nullable Letter letter) implements ProjectEvent {

    public ProjectCompleted {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(completedOn, "completedOn");
    }
}
