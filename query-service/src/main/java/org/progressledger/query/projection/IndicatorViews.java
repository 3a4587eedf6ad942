package org.progressledger.query.projection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.IndicatorKind;
import org.progressledger.events.ScorePart;
import org.progressledger.query.projection.Views.EventView;

/** How the coordinators' indicators, results and scores are shown. Shapes of the interface; what the paper does not state is null. */
public final class IndicatorViews {
    private IndicatorViews() {}

    /** An adopted indicator with everything stated of it; what no longer stands is there, and says so. */
    public record AdoptedIndicatorView(
            String id,
            @Nullable String code,
            String text,
            IndicatorKind kind,
            String unit,
            @Nullable String target,
            LocalDate adoptedOn,
            List<CriteriaView> criteria,
            List<ResultView> results,
            List<EvaluationView> evaluations,
            EventView event) {}

    /** Criteria of an indicator; version 1 is the adoption's. */
    public record CriteriaView(
            int version,
            @Nullable String text,
            LocalDate effectiveOn,
            @Nullable Integer appealRound,
            @Nullable String reason,
            EventView event) {}

    /** A quarter's result; {@code stands} is false once a later statement took its place. */
    public record ResultView(
            String quarter,
            @Nullable BigDecimal result,
            @Nullable String narrative,
            LocalDate statedOn,
            boolean stands,
            @Nullable String reason,
            EventView event) {}

    /**
     * A quarter's score, of the project or of an indicator under a version of its criteria; {@code stands} is false once a
     * later score took its place. A blank score is null.
     */
    public record EvaluationView(
            String quarter,
            @Nullable Integer criteriaVersion,
            @Nullable BigDecimal score,
            List<ScorePart> parts,
            @Nullable String remark,
            LocalDate evaluatedOn,
            boolean stands,
            @Nullable String reason,
            EventView event) {}
}
