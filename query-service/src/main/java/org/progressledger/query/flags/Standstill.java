package org.progressledger.query.flags;

import java.time.LocalDate;
import java.util.Optional;
import org.progressledger.events.Pause;
import org.progressledger.events.Project;

/** The pause that is in force on a day. */
final class Standstill {
    private Standstill() {}

    static Optional<Pause> on(LocalDate day, Project project) {
        return project.pauses().stream().filter(pause -> pause.covers(day)).findFirst();
    }
}
