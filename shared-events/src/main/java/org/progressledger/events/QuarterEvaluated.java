package org.progressledger.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * สยป. ประเมิน: the coordinators' score of a quarter, of the project or of one of its indicators. It is not the reported
 * percentage, and its parts may disagree with it. A later score for the same takes the place of an earlier one.
 *
 * @param indicator null for a score of the project
 * @param criteriaVersion the criteria by which an indicator was scored; null for a score of the project
 * @param score null where it is left blank: blank is not 0
 * @param parts in the order of the paper, each number once
 * @param remark what is said of it, where something is
 * @param evaluatedOn the day of the score, where told
 */
public record QuarterEvaluated(
        ProjectCode project,
        Quarter quarter,
        @Nullable IndicatorId indicator,
        @Nullable Integer criteriaVersion,
        @Nullable Score score,
        List<ScorePart> parts,
        @Nullable String remark,
        @Nullable LocalDate evaluatedOn)
        implements ProjectEvent {

    /** @throws IllegalArgumentException if a part is named twice, or criteria are named without an indicator */
    public QuarterEvaluated {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(quarter, "quarter");
        if ((indicator == null) != (criteriaVersion == null)) {
            throw new IllegalArgumentException("A score of an indicator, and no other, names the criteria's version");
        }
        if (criteriaVersion != null && criteriaVersion < 1) {
            throw new IllegalArgumentException("Versions count from 1: " + criteriaVersion);
        }
        parts = List.copyOf(parts);
        if (parts.stream().map(ScorePart::number).distinct().count() < parts.size()) {
            throw new IllegalArgumentException("A part of the score is named twice: " + parts);
        }
    }
}
