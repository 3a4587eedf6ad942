package org.progressledger.events;

import java.util.Comparator;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * An adopted indicator with all that was recorded of it, in the order in which it happened.
 *
 * @param adoptedFact the fact that brought it
 * @param criteria version 1 first, the one in force last
 * @param results all statements, superseded ones too
 * @param evaluations all scores, superseded ones and those under older criteria too
 */
public record Indicator(
        IndicatorAdopted adopted,
        Fact adoptedFact,
        PVector<CriteriaVersion> criteria,
        PVector<Fact> results,
        PVector<Fact> evaluations) {

    static Indicator of(IndicatorAdopted adopted, Fact fact) {
        return new Indicator(
                adopted,
                fact,
                TreePVector.singleton(new CriteriaVersion(1, adopted.criteria(), fact.happenedOn(), fact)),
                TreePVector.empty(),
                TreePVector.empty());
    }

    public CriteriaVersion criteriaInForce() {
        return criteria.get(criteria.size() - 1);
    }

    /** The statement that stands for a quarter: the one recorded last. */
    public Optional<Fact> resultOf(Quarter quarter) {
        return results.stream()
                .filter(fact ->
                        ((IndicatorResultRecorded) fact.event()).quarter().equals(quarter))
                .max(Comparator.comparingLong(Fact::sequence));
    }

    /** The score that stands for a quarter under a version of the criteria: the one recorded last. */
    public Optional<Fact> evaluationOf(Quarter quarter, int criteriaVersion) {
        return evaluations.stream()
                .filter(fact -> fact.event() instanceof QuarterEvaluated evaluated
                        && evaluated.quarter().equals(quarter)
                        && Integer.valueOf(criteriaVersion).equals(evaluated.criteriaVersion()))
                .max(Comparator.comparingLong(Fact::sequence));
    }

    Indicator with(IndicatorCriteriaChanged changed, Fact fact) {
        CriteriaVersion next = new CriteriaVersion(changed.version(), changed.after(), changed.effectiveOn(), fact);
        return new Indicator(adopted, adoptedFact, criteria.plus(next), results, evaluations);
    }

    Indicator withResult(Fact result) {
        return new Indicator(adopted, adoptedFact, criteria, results.plus(result), evaluations);
    }

    Indicator withEvaluation(Fact evaluation) {
        return new Indicator(adopted, adoptedFact, criteria, results, evaluations.plus(evaluation));
    }
}
