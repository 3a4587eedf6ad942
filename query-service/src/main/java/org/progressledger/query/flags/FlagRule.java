package org.progressledger.query.flags;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.progressledger.events.Project;
import org.progressledger.query.projection.Views.Summary;

/**
 * Finds the hits of one audit flag: a plain function of a project, a day, and thresholds that it was made with. No clock, no
 * randomness: the same gives the same for ever.
 */
interface FlagRule {
    /** Raised whenever the rule finds other hits than before, or words them otherwise; shown with each hit. */
    int version();

    /** What it finds, with the thresholds that are set. */
    Summary meaning();

    /**
     * In the order of what they are about.
     *
     * @param project as it stood on that day
     * @param day the day asked for, in Bangkok
     */
    List<Hit> hits(Project project, LocalDate day);

    /** The next day on which the calendar alone may change the hits; empty where only facts do. */
    default Optional<LocalDate> nextChangeAfter(Project project, LocalDate day) {
        return Optional.empty();
    }
}
