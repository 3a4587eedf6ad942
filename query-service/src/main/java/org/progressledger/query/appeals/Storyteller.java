package org.progressledger.query.appeals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Appeal;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealReviewed;
import org.progressledger.events.Fact;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectHistory;
import org.progressledger.query.appeals.AppealStory.Citation;
import org.progressledger.query.appeals.AppealStory.Decision;
import org.progressledger.query.appeals.AppealStory.Filing;
import org.progressledger.query.appeals.AppealStory.Waiting;
import org.progressledger.query.appeals.AppealStory.Withdrawal;
import org.progressledger.query.asking.Points.Point;
import org.progressledger.query.projection.AppealViews.ReviewView;
import org.progressledger.query.projection.Snapshot;
import org.progressledger.query.projection.Views.EventView;
import org.progressledger.query.projection.Views.LetterView;
import org.progressledger.query.projection.Views.SourceView;
import org.progressledger.query.projection.Views.TimelineEntry;

/** Tells appeals of one project as they were known at a point of time. The same facts and point give the same, anywhere. */
final class Storyteller {
    private final ProjectHistory known;
    private final Point point;
    private final int mostWords;

    private Storyteller(ProjectHistory known, Point point, int mostWords) {
        this.known = known;
        this.point = point;
        this.mostWords = mostWords;
    }

    static Storyteller of(ProjectHistory history, Point point, int mostWords) {
        long count = history.facts().stream()
                .filter(fact -> !fact.recorded().recordedAt().isAfter(point.recordedAt()))
                .count();
        return new Storyteller(history.upTo(count - 1), point, mostWords);
    }

    /** Empty if nothing was known of the project then, or nothing had happened. */
    Optional<Project> project() {
        return known.on(point.happenedOn());
    }

    AppealStory tell(AppealCase appeal) {
        Appeal papers = appeal.papers();
        Set<Long> belonging = Belonging.of(appeal).stream().map(Fact::position).collect(Collectors.toSet());
        return new AppealStory(
                point,
                AgedAppeal.of(AppealItem.of(appeal), point.happenedOn()),
                papers == null ? null : filing(papers),
                papers == null ? null : decision(papers),
                papers == null ? null : withdrawal(papers),
                citations(appeal),
                CriteriaCompared.of(appeal, mostWords),
                appeal.window().map(this::waiting).orElse(null),
                appeal.window()
                        .map(window -> Standing.Around.of(window, known, point.happenedOn()))
                        .orElse(null),
                Rescored.of(appeal),
                Gaps.of(appeal),
                appeal.reviews().stream().map(Storyteller::review).toList(),
                sinceLastReview(appeal),
                timeline().filter(entry -> belonging.contains(entry.position())).toList());
    }

    private Stream<TimelineEntry> timeline() {
        return Snapshot.timeline(known).stream();
    }

    private static Filing filing(Appeal papers) {
        return new Filing(
                papers.filed().filedOn(),
                papers.filed().grounds(),
                papers.filed().asked(),
                LetterView.of(papers.filed().letter()),
                EventView.of(papers.filedFact()),
                SourceView.of(papers.filedFact()));
    }

    private static @Nullable Decision decision(Appeal papers) {
        return papers.decided() == null || papers.decidedFact() == null
                ? null
                : new Decision(
                        papers.decided().decidedOn(),
                        papers.decided().outcome(),
                        LetterView.of(papers.decided().letter()),
                        EventView.of(papers.decidedFact()),
                        SourceView.of(papers.decidedFact()));
    }

    private static @Nullable Withdrawal withdrawal(Appeal papers) {
        return papers.withdrawn() == null || papers.withdrawnFact() == null
                ? null
                : new Withdrawal(
                        papers.withdrawn().withdrawnOn(),
                        papers.withdrawnFact().recorded().provenance().reason(),
                        LetterView.of(papers.withdrawn().letter()),
                        EventView.of(papers.withdrawnFact()),
                        SourceView.of(papers.withdrawnFact()));
    }

    /** Those that name the round first, then those that may mean it. */
    static List<Citation> citations(AppealCase appeal) {
        return Stream.concat(appeal.citations().stream(), appeal.mentions().stream())
                .map(Storyteller::citation)
                .toList();
    }

    private static Citation citation(Fact fact) {
        AppealCited cited = AppealCase.cited(fact);
        return new Citation(
                cited.round(),
                cited.stage(),
                cited.criteriaChanged(),
                cited.citedOn(),
                cited.words(),
                fact.recorded().provenance().reportNo(),
                EventView.of(fact),
                SourceView.of(fact));
    }

    private Waiting waiting(Window window) {
        Snapshot snapshot = Snapshot.asOf(known, point.happenedOn(), point.recordedAt())
                .orElseThrow(() -> new IllegalStateException("An appeal of a project of which nothing is known"));
        return new Waiting(
                window.from(),
                window.until(),
                snapshot.reports().stream()
                        .filter(report -> window.holds(report.reportedOn())
                                || report.earlier().stream().anyMatch(each -> window.holds(each.reportedOn())))
                        .toList(),
                snapshot.percentChanges().stream()
                        .filter(change -> window.holds(change.happenedOn()))
                        .toList());
    }

    private static ReviewView review(Fact fact) {
        AppealReviewed reviewed = (AppealReviewed) fact.event();
        return new ReviewView(fact.happenedOn(), reviewed.outcome(), reviewed.finding(), EventView.of(fact));
    }

    private static @Nullable List<Long> sinceLastReview(AppealCase appeal) {
        return appeal.lastReview().isEmpty()
                ? null
                : Belonging.sinceLastReview(appeal).stream().map(Fact::position).toList();
    }
}
