package org.progressledger.query.projection;

import java.util.List;
import org.progressledger.events.CriteriaVersion;
import org.progressledger.events.Fact;
import org.progressledger.events.Indicator;
import org.progressledger.events.IndicatorAdopted;
import org.progressledger.events.IndicatorCriteriaChanged;
import org.progressledger.events.IndicatorResultRecorded;
import org.progressledger.events.Project;
import org.progressledger.events.QuarterEvaluated;
import org.progressledger.query.projection.IndicatorViews.AdoptedIndicatorView;
import org.progressledger.query.projection.IndicatorViews.CriteriaView;
import org.progressledger.query.projection.IndicatorViews.EvaluationView;
import org.progressledger.query.projection.IndicatorViews.ResultView;
import org.progressledger.query.projection.Views.EventView;

/** The coordinators' indicators and scores. */
final class IndicatorsShown {
    private IndicatorsShown() {}

    static List<AdoptedIndicatorView> of(Project project) {
        return project.indicators().values().stream()
                .map(IndicatorsShown::indicator)
                .toList();
    }

    /** The scores of the project itself. */
    static List<EvaluationView> evaluations(Project project) {
        return project.evaluations().stream()
                .map(fact -> evaluation(
                        fact,
                        project.evaluationOf(((QuarterEvaluated) fact.event()).quarter())
                                .filter(fact::equals)
                                .isPresent()))
                .toList();
    }

    private static AdoptedIndicatorView indicator(Indicator indicator) {
        IndicatorAdopted adopted = indicator.adopted();
        return new AdoptedIndicatorView(
                adopted.id().text(),
                adopted.code(),
                adopted.text(),
                adopted.kind(),
                adopted.unit(),
                adopted.target(),
                indicator.adoptedFact().happenedOn(),
                indicator.criteria().stream().map(IndicatorsShown::criteria).toList(),
                indicator.results().stream()
                        .map(fact -> result(fact, indicator))
                        .toList(),
                indicator.evaluations().stream()
                        .map(fact -> evaluation(fact, stands(fact, indicator)))
                        .toList(),
                EventView.of(indicator.adoptedFact()));
    }

    private static CriteriaView criteria(CriteriaVersion version) {
        Integer round =
                version.told().event() instanceof IndicatorCriteriaChanged changed ? changed.appealRound() : null;
        return new CriteriaView(
                version.version(),
                version.text(),
                version.effectiveOn(),
                round,
                Folding.reason(version.told()),
                EventView.of(version.told()));
    }

    private static ResultView result(Fact fact, Indicator indicator) {
        IndicatorResultRecorded result = (IndicatorResultRecorded) fact.event();
        return new ResultView(
                result.quarter().toString(),
                result.result() == null ? null : result.result().value(),
                result.narrative(),
                fact.happenedOn(),
                indicator.resultOf(result.quarter()).filter(fact::equals).isPresent(),
                Folding.reason(fact),
                EventView.of(fact));
    }

    private static boolean stands(Fact fact, Indicator indicator) {
        QuarterEvaluated evaluated = (QuarterEvaluated) fact.event();
        Integer version = evaluated.criteriaVersion();
        return version != null
                && indicator
                        .evaluationOf(evaluated.quarter(), version)
                        .filter(fact::equals)
                        .isPresent();
    }

    private static EvaluationView evaluation(Fact fact, boolean stands) {
        QuarterEvaluated evaluated = (QuarterEvaluated) fact.event();
        return new EvaluationView(
                evaluated.quarter().toString(),
                evaluated.criteriaVersion(),
                evaluated.score() == null ? null : evaluated.score().value(),
                evaluated.parts(),
                evaluated.remark(),
                fact.happenedOn(),
                stands,
                Folding.reason(fact),
                EventView.of(fact));
    }
}
