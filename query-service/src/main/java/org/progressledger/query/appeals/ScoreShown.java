package org.progressledger.query.appeals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Fact;
import org.progressledger.events.Project;
import org.progressledger.events.QuarterEvaluated;
import org.progressledger.events.ScorePart;
import org.progressledger.query.projection.Views.EventView;

/**
 * สยป. ประเมิน: a score of the coordinators; never the reported percentage.
 *
 * @param indicator the adopted indicator's id; null for a score of the project
 * @param criteriaVersion by which an indicator was scored
 * @param score null where it is left blank: blank is not 0
 */
record ScoreShown(
        String quarter,
        @Nullable String indicator,
        @Nullable Integer criteriaVersion,
        @Nullable BigDecimal score,
        List<ScorePart> parts,
        @Nullable String remark,
        LocalDate evaluatedOn,
        EventView event) {

    static ScoreShown of(Fact fact) {
        QuarterEvaluated evaluated = (QuarterEvaluated) fact.event();
        return new ScoreShown(
                evaluated.quarter().toString(),
                evaluated.indicator() == null ? null : evaluated.indicator().text(),
                evaluated.criteriaVersion(),
                evaluated.score() == null ? null : evaluated.score().value(),
                evaluated.parts(),
                evaluated.remark(),
                fact.happenedOn(),
                EventView.of(fact));
    }

    /** Those that stand: for each quarter the project's, then each indicator's under each version of its criteria. */
    static List<ScoreShown> standing(Project project) {
        Stream<Fact> ofProject = project.evaluations().stream()
                .filter(fact -> project.evaluationOf(((QuarterEvaluated) fact.event()).quarter())
                        .filter(fact::equals)
                        .isPresent());
        Stream<Fact> ofIndicators = project.indicators().values().stream()
                .flatMap(indicator -> indicator.evaluations().stream()
                        .filter(fact -> fact.event() instanceof QuarterEvaluated evaluated
                                && evaluated.criteriaVersion() != null
                                && indicator
                                        .evaluationOf(evaluated.quarter(), evaluated.criteriaVersion())
                                        .filter(fact::equals)
                                        .isPresent()));
        return Stream.concat(ofProject, ofIndicators).map(ScoreShown::of).toList();
    }
}
