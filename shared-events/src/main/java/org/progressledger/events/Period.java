package org.progressledger.events;

import java.time.LocalDate;
import java.util.Objects;

/** เริ่มต้น / สิ้นสุดโครงการ: the days on which a project begins and ends, both included. */
public record Period(LocalDate startsOn, LocalDate endsOn) {
    /** @throws IllegalArgumentException if it ends before it starts */
    public Period {
        Objects.requireNonNull(startsOn, "startsOn");
        Objects.requireNonNull(endsOn, "endsOn");
        if (endsOn.isBefore(startsOn)) {
            throw new IllegalArgumentException(
                    "A project cannot end on " + endsOn + ", before it starts on " + startsOn);
        }
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(startsOn) && !date.isAfter(endsOn);
    }
}
