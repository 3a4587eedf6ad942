package org.progressledger.query.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectHistory;

/** Finds what an auditor should look at. Plain functions of what is recorded and of a day: the same give the same, anywhere. */
public interface Flagging {

    /**
     * The hits in a project as it stood on a day, in the order of the flags, then of what they are about.
     *
     * @param project what the facts add up to that are looked at
     * @param history all that is recorded, for what was acknowledged since
     */
    List<FlagView> hits(Project project, ProjectHistory history, LocalDate day);

    /** The hits on a day by all that is recorded; none where nothing had happened by then. */
    default List<FlagView> on(LocalDate day, ProjectHistory history) {
        return history.on(day).map(project -> hits(project, history, day)).orElse(List.of());
    }

    /** The hits on a day by what was known at an instant, acknowledgements included. */
    default List<FlagView> asOf(LocalDate day, Instant recordedAt, ProjectHistory history) {
        long known = history.facts().stream()
                .filter(fact -> !fact.recorded().recordedAt().isAfter(recordedAt))
                .count();
        return on(day, history.upTo(known - 1));
    }

    /** The next day after this one on which the calendar alone may change the hits, though no fact begins to count. */
    Optional<LocalDate> nextChangeAfter(LocalDate day, ProjectHistory history);

    /** Another text as soon as a rule, its version or a threshold is another: then what is kept must be found anew. */
    String edition();
}
