package org.progressledger.query.appeals;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AppealOutcome;

/** By what an appeal is found and put in order. The fields mean what they mean in {@link AppealItem}. */
interface Queued {
    String projectCode();

    @Nullable
    Integer round();

    AppealStatus status();

    @Nullable
    AppealOutcome outcome();

    boolean reviewed();

    @Nullable
    Boolean changedSinceLastReview();

    /** Whether it has gaps. */
    boolean lacking();

    /** The day from which its age counts. */
    LocalDate since();

    @Nullable
    LocalDate filedOn();

    @Nullable
    LocalDate decidedOn();
}
