package org.progressledger.query.projection;

import java.util.List;
import java.util.stream.Stream;
import org.progressledger.events.Appeal;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.AppealReviewed;
import org.progressledger.events.AppealWithdrawn;
import org.progressledger.events.CriteriaChange;
import org.progressledger.events.Fact;
import org.progressledger.events.Project;
import org.progressledger.query.projection.AppealViews.AppealView;
import org.progressledger.query.projection.AppealViews.ReviewView;
import org.progressledger.query.projection.Views.EventView;
import org.progressledger.query.projection.Views.LetterView;
import org.progressledger.query.projection.Views.SourceView;

/** The rounds of a project's appeals, and the citations whose papers are missing. */
final class AppealsShown {
    private final Project project;

    private AppealsShown(Project project) {
        this.project = project;
    }

    static List<AppealView> of(Project project) {
        AppealsShown shown = new AppealsShown(project);
        return Stream.concat(
                        project.appeals().values().stream().map(shown::appeal),
                        project.citations().stream().map(shown::citation))
                .toList();
    }

    private AppealView appeal(Appeal appeal) {
        AppealDecided decided = appeal.decided();
        CriteriaChange criteria = decided == null ? null : decided.criteria();
        AppealWithdrawn withdrawn = appeal.withdrawn();
        return new AppealView(
                true,
                appeal.state().name(),
                appeal.round(),
                appeal.filed().filedOn(),
                appeal.filed().grounds(),
                appeal.filed().asked(),
                LetterView.of(appeal.filed().letter()),
                decided == null ? null : decided.decidedOn(),
                decided == null ? null : decided.outcome(),
                criteria == null ? null : criteria.before(),
                criteria == null ? null : criteria.after(),
                criteria == null || criteria.indicator() == null
                        ? null
                        : criteria.indicator().text(),
                decided == null ? null : LetterView.of(decided.letter()),
                withdrawn == null ? null : withdrawn.withdrawnOn(),
                appeal.withdrawnFact() == null ? null : Folding.reason(appeal.withdrawnFact()),
                withdrawn == null ? null : LetterView.of(withdrawn.letter()),
                null,
                null,
                null,
                null,
                null,
                EventView.of(appeal.filedFact()),
                appeal.decidedFact() == null ? null : EventView.of(appeal.decidedFact()),
                appeal.withdrawnFact() == null ? null : EventView.of(appeal.withdrawnFact()),
                reviews(appeal.round()),
                SourceView.of(appeal.filedFact()));
    }

    private AppealView citation(Fact fact) {
        AppealCited cited = (AppealCited) fact.event();
        boolean papers = cited.round() != null && project.appeals().containsKey(cited.round());
        return new AppealView(
                false,
                "CITED",
                cited.round(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                cited.stage(),
                cited.criteriaChanged(),
                cited.citedOn(),
                cited.words(),
                TimelineShown.reportNo(fact),
                EventView.of(fact),
                null,
                null,
                // findings about a round stand with its papers, where there are any
                cited.round() == null || papers ? List.of() : reviews(cited.round()),
                SourceView.of(fact));
    }

    private List<ReviewView> reviews(int round) {
        return project.reviews().stream()
                .filter(fact -> ((AppealReviewed) fact.event()).round() == round)
                .map(AppealsShown::review)
                .toList();
    }

    private static ReviewView review(Fact fact) {
        AppealReviewed reviewed = (AppealReviewed) fact.event();
        return new ReviewView(fact.happenedOn(), reviewed.outcome(), reviewed.finding(), EventView.of(fact));
    }
}
