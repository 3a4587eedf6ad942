package org.progressledger.events;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A recorded event with the day on which it happened.
 *
 * @param happenedOn the date on paper by the rules of {@link HappenedOn}
 */
public record Fact(RecordedEvent recorded, LocalDate happenedOn) {
    /** The one order of the fold: by the day it happened, then by position; the registration opens the file. */
    public static final Comparator<Fact> IN_ORDER_OF_HAPPENING = Comparator.<Fact, Boolean>comparing(
                    fact -> !(fact.event() instanceof ProjectRegistered))
            .thenComparing(Fact::happenedOn)
            .thenComparing(Fact::sequence);

    public ProjectEvent event() {
        return recorded.event();
    }

    public long position() {
        return recorded.position();
    }

    public long sequence() {
        return recorded.sequence();
    }
}
