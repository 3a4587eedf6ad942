package org.progressledger.query.projection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ScorePart;
import org.progressledger.query.projection.IndicatorViews.AdoptedIndicatorView;
import org.progressledger.query.projection.IndicatorViews.EvaluationView;
import org.progressledger.query.projection.Views.EventView;

/**
 * One move of a coordinators' score and what moved it. A score is of a quarter, of the project or of an indicator under one
 * version of its criteria; scores under other versions stand beside it. None of them is a reported percentage.
 *
 * @param indicator null for the project's own score
 * @param from the score that stood before for the same; null where there was none or it was blank
 * @param to null where it is blank, which is not 0
 * @param change null where either is
 * @param stands false once a later score took its place
 */
public record ScoreChange(
        String quarter,
        @Nullable String indicator,
        @Nullable Integer criteriaVersion,
        @Nullable BigDecimal from,
        @Nullable BigDecimal to,
        @Nullable BigDecimal change,
        List<ScorePart> parts,
        @Nullable String remark,
        boolean stands,
        LocalDate happenedOn,
        @Nullable String reason,
        EventView event) {

    private record Subject(
            String quarter,
            @Nullable String indicator,
            @Nullable Integer criteriaVersion) {}

    private record Told(@Nullable String indicator, EvaluationView evaluation) {}

    /** Every score of the project and its indicators, in order of position. */
    public static List<ScoreChange> of(ProjectView project) {
        List<Told> all = new ArrayList<>();
        project.evaluations().forEach(evaluation -> all.add(new Told(null, evaluation)));
        for (AdoptedIndicatorView indicator : project.adoptedIndicators()) {
            indicator.evaluations().forEach(evaluation -> all.add(new Told(indicator.id(), evaluation)));
        }
        all.sort(Comparator.comparingLong(told -> told.evaluation().event().position()));
        Map<Subject, @Nullable BigDecimal> standing = new HashMap<>();
        List<ScoreChange> changes = new ArrayList<>();
        for (Told told : all) {
            EvaluationView evaluation = told.evaluation();
            Subject subject = new Subject(evaluation.quarter(), told.indicator(), evaluation.criteriaVersion());
            changes.add(change(told, standing.get(subject)));
            standing.put(subject, evaluation.score());
        }
        return changes;
    }

    private static ScoreChange change(Told told, @Nullable BigDecimal from) {
        EvaluationView evaluation = told.evaluation();
        BigDecimal to = evaluation.score();
        return new ScoreChange(
                evaluation.quarter(),
                told.indicator(),
                evaluation.criteriaVersion(),
                from,
                to,
                from == null || to == null ? null : to.subtract(from),
                evaluation.parts(),
                evaluation.remark(),
                evaluation.stands(),
                evaluation.evaluatedOn(),
                evaluation.reason(),
                evaluation.event());
    }
}
