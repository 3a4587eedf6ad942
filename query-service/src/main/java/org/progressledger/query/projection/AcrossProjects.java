package org.progressledger.query.projection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.progressledger.events.ProjectHistory;

/**
 * What one answer across projects needs of each: one small document a project, in a collection of its own, kept in step
 * with the project's fold by {@link KeptAcross}.
 *
 * <p>Plain functions of what is recorded and of a day: the same give the same, anywhere.
 */
public interface AcrossProjects {

    /** Stem and revision, as {@code steps_v1}. What is kept otherwise takes another revision, and is made anew at once. */
    String collection();

    /**
     * What is looked for, beside the fields that every document has: {@code agency}, {@code fiscalYear} and {@code scopes}
     * are indexed already.
     */
    List<Bson> indexes();

    /**
     * What is kept of a project, without the fields that every document has.
     *
     * @param folding the project as it is shown today, with the hits of audit flags
     */
    Document entry(ProjectHistory history, Folding folding, LocalDate today);

    /** Whether documents bear {@link KeptAcross#KEPT_AT}, so that a reader finds what was kept since. */
    default boolean isFollowed() {
        return false;
    }

    /**
     * Of one that is followed, whether a reader has to know of this entry; default each. Once it has, it has to know of every
     * later one of the same project.
     */
    default boolean isFollowed(Document entry) {
        return isFollowed();
    }

    /** The next day after this one on which the calendar alone makes another entry, though no fact begins to count. */
    default Optional<LocalDate> nextChangeAfter(LocalDate day, ProjectHistory history) {
        return Optional.empty();
    }
}
