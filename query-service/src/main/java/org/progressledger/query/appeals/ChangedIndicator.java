package org.progressledger.query.appeals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.CriteriaVersion;
import org.progressledger.events.Fact;
import org.progressledger.events.Indicator;
import org.progressledger.events.IndicatorCriteriaChanged;
import org.progressledger.events.Quarter;
import org.progressledger.events.QuarterEvaluated;

/**
 * An adopted indicator whose criteria were changed by a decided round.
 *
 * @param before the criteria in force until then
 * @param after the criteria that the round brought
 */
record ChangedIndicator(Indicator indicator, CriteriaVersion before, CriteriaVersion after) {

    /** In the order of the indicators' ids, then of the versions. */
    static List<ChangedIndicator> of(AppealCase appeal) {
        List<ChangedIndicator> changed = new ArrayList<>();
        for (Indicator indicator : appeal.project().indicators().values()) {
            for (int place = 1; place < indicator.criteria().size(); place++) {
                CriteriaVersion version = indicator.criteria().get(place);
                Integer broughtBy =
                        version.told().event() instanceof IndicatorCriteriaChanged change ? change.appealRound() : null;
                if (broughtBy != null && broughtBy.equals(appeal.round())) {
                    changed.add(
                            new ChangedIndicator(indicator, indicator.criteria().get(place - 1), version));
                }
            }
        }
        return changed;
    }

    /** The indicator that the decision names; empty where it names none, or there is no decision. */
    static Optional<Indicator> named(AppealCase appeal) {
        AppealDecided decided = appeal.papers() == null ? null : appeal.papers().decided();
        return Optional.ofNullable(decided)
                .map(AppealDecided::criteria)
                .flatMap(criteria -> Optional.ofNullable(criteria.indicator()))
                .map(id -> appeal.project().indicators().get(id));
    }

    /** The change, and every score under the criteria before and after it. */
    Stream<Fact> facts() {
        return Stream.concat(Stream.of(after.told()), scores());
    }

    private Stream<Fact> scores() {
        return indicator.evaluations().stream().filter(fact -> {
            Integer version = ((QuarterEvaluated) fact.event()).criteriaVersion();
            return version != null && (version == before.version() || version == after.version());
        });
    }

    /** Quarters with a score under one or the other. */
    List<Quarter> quarters() {
        return List.copyOf(new TreeSet<>(scores().map(fact -> ((QuarterEvaluated) fact.event()).quarter())
                .toList()));
    }

    /** The score that stands under the criteria before. */
    @Nullable
    Fact under(CriteriaVersion version, Quarter quarter) {
        return indicator.evaluationOf(quarter, version.version()).orElse(null);
    }
}
