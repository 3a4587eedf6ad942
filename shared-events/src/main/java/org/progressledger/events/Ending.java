package org.progressledger.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That the project was completed or cancelled, and whether it was reopened.
 *
 * @param status COMPLETED or CANCELLED
 * @param endedOn the day on which it ended
 * @param ended the fact that says so
 * @param reopened the fact that opened it again; null while nobody did
 */
public record Ending(
        ProjectStatus status,
        LocalDate endedOn,
        Fact ended,
        @Nullable Fact reopened) {
    Ending reopened(Fact by) {
        return new Ending(status, endedOn, ended, by);
    }
}
