package org.progressledger.query.appeals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Appeal;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.CriteriaChange;
import org.progressledger.query.projection.FlagView.Evidence;
import org.progressledger.query.projection.TextDiff;

/**
 * เกณฑ์ก่อนและหลัง: criteria before and after an appeal, as one paper tells them.
 *
 * @param toldBy which paper
 * @param indicator the adopted indicator's id; null for the project as a whole, or where the decision tells none
 * @param version of the criteria after, for an adopted indicator
 * @param effectiveOn the first day of the criteria after, for an adopted indicator
 * @param before null where it is not in the source
 * @param after null where it is not in the source, or the criteria stay
 * @param diff null where one of the two is not in the source
 */
record CriteriaCompared(
        ToldBy toldBy,
        @Nullable String indicator,
        @Nullable Integer version,
        @Nullable LocalDate effectiveOn,
        @Nullable String before,
        @Nullable String after,
        @Nullable TextDiff diff,
        Evidence evidence) {

    /** Where the criteria are told. */
    enum ToldBy {
        /** The decision of the round. */
        DECISION,
        /** The coordinators' change of an indicator that names the round. */
        INDICATOR
    }

    /** The decision's first, then those of the indicators. */
    static List<CriteriaCompared> of(AppealCase appeal, int mostWords) {
        List<CriteriaCompared> compared = new ArrayList<>();
        Appeal papers = appeal.papers();
        AppealDecided decided = papers == null ? null : papers.decided();
        CriteriaChange criteria = decided == null ? null : decided.criteria();
        if (criteria != null) {
            compared.add(new CriteriaCompared(
                    ToldBy.DECISION,
                    criteria.indicator() == null ? null : criteria.indicator().text(),
                    null,
                    null,
                    criteria.before(),
                    criteria.after(),
                    diff(criteria.before(), criteria.after(), mostWords),
                    Evidence.of(appeal.decisionFacts())));
        }
        ChangedIndicator.of(appeal).forEach(changed -> compared.add(of(changed, mostWords)));
        return compared;
    }

    private static CriteriaCompared of(ChangedIndicator changed, int mostWords) {
        return new CriteriaCompared(
                ToldBy.INDICATOR,
                changed.indicator().adopted().id().text(),
                changed.after().version(),
                changed.after().effectiveOn(),
                changed.before().text(),
                changed.after().text(),
                diff(changed.before().text(), changed.after().text(), mostWords),
                Evidence.of(List.of(changed.before().told(), changed.after().told())));
    }

    private static @Nullable TextDiff diff(@Nullable String before, @Nullable String after, int mostWords) {
        return before == null || after == null ? null : TextDiff.of(before, after, mostWords);
    }
}
