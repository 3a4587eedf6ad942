package org.progressledger.query.appeals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Appeal;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.AppealReviewed;
import org.progressledger.events.AppealStage;
import org.progressledger.events.Fact;
import org.progressledger.events.Project;
import org.progressledger.events.ReviewOutcome;
import org.progressledger.query.projection.FlagView.Evidence;
import org.progressledger.query.projection.ProjectView.AgencyView;
import org.progressledger.query.projection.Views.ActorView;

/**
 * An appeal in a list.
 *
 * @param id the same within its project however often it is folded
 * @param round null where a narrative speaks of an appeal and tells no round
 * @param recorded whether there are papers
 * @param outcome of a decision
 * @param stage how far it has come as the last narrative tells; null where there are papers
 * @param criteriaChanged whether a narrative says so; null where there are papers
 * @param filedOn null where there are no papers
 * @param citedOn the day of the first narrative that speaks of it; null where there are papers
 * @param changedSinceLastReview whether something that belongs to it was recorded after the last finding; null while none
 *     is recorded
 * @param evidence its papers, citations and findings
 */
record AppealItem(
        String id,
        String projectCode,
        String projectName,
        int fiscalYear,
        AgencyView agency,
        @Nullable Integer round,
        boolean recorded,
        AppealStatus status,
        @Nullable AppealOutcome outcome,
        @Nullable AppealStage stage,
        @Nullable Boolean criteriaChanged,
        @Nullable LocalDate filedOn,
        @Nullable ActorView filedBy,
        @Nullable LocalDate citedOn,
        @Nullable LocalDate decidedOn,
        @Nullable ActorView decidedBy,
        @Nullable LocalDate withdrawnOn,
        boolean reviewed,
        @Nullable LastReview lastReview,
        @Nullable Boolean changedSinceLastReview,
        int gapCount,
        Evidence evidence)
        implements Queued {

    /** The last finding of a reviewer. */
    record LastReview(LocalDate reviewedOn, Instant recordedAt, ActorView by, ReviewOutcome outcome, long position) {
        static LastReview of(Fact fact) {
            return new LastReview(
                    fact.happenedOn(),
                    fact.recorded().recordedAt(),
                    ActorView.of(fact.recorded().provenance()),
                    ((AppealReviewed) fact.event()).outcome(),
                    fact.position());
        }
    }

    static AppealItem of(AppealCase appeal) {
        Project project = appeal.project();
        Appeal papers = appeal.papers();
        AppealCited cited = papers != null || appeal.citations().isEmpty()
                ? null
                : AppealCase.cited(appeal.citations().getLast());
        boolean reviewed = appeal.lastReview().isPresent();
        return new AppealItem(
                appeal.id(),
                project.code().text(),
                project.details().name(),
                project.details().fiscalYear().buddhistYear(),
                agency(project),
                appeal.round(),
                papers != null,
                appeal.status(),
                papers == null || papers.decided() == null
                        ? null
                        : papers.decided().outcome(),
                cited == null ? null : cited.stage(),
                cited == null
                        ? null
                        : appeal.citations().stream()
                                .anyMatch(fact -> AppealCase.cited(fact).criteriaChanged()),
                papers == null ? null : papers.filed().filedOn(),
                papers == null ? null : by(papers.filedFact()),
                cited == null ? null : appeal.citations().getFirst().happenedOn(),
                papers == null || papers.decided() == null
                        ? null
                        : papers.decided().decidedOn(),
                papers == null || papers.decidedFact() == null ? null : by(papers.decidedFact()),
                papers == null || papers.withdrawn() == null
                        ? null
                        : papers.withdrawn().withdrawnOn(),
                reviewed,
                appeal.lastReview().map(LastReview::of).orElse(null),
                reviewed ? !Belonging.sinceLastReview(appeal).isEmpty() : null,
                Gaps.of(appeal).size(),
                Evidence.of(Stream.of(appeal.paperFacts(), appeal.citations(), appeal.reviews())
                        .flatMap(List::stream)
                        .toList()));
    }

    private static ActorView by(Fact fact) {
        return ActorView.of(fact.recorded().provenance());
    }

    private static AgencyView agency(Project project) {
        return new AgencyView(
                project.code().agencyCode(),
                project.details().agency().name(),
                project.details().agency().division(),
                project.details().agency().section(),
                null,
                null);
    }

    /** The day from which its age counts: that of the filing, else of the first narrative; the last finding's where neither is. */
    @Override
    public LocalDate since() {
        LocalDate first = filedOn == null ? citedOn : filedOn;
        return first != null || lastReview == null ? Objects.requireNonNull(first, id) : lastReview.reviewedOn();
    }

    @Override
    public boolean lacking() {
        return gapCount > 0;
    }

    /** The same with its agency as the register calls it. */
    AppealItem in(AgencyView agency) {
        return new AppealItem(
                id,
                projectCode,
                projectName,
                fiscalYear,
                agency,
                round,
                recorded,
                status,
                outcome,
                stage,
                criteriaChanged,
                filedOn,
                filedBy,
                citedOn,
                decidedOn,
                decidedBy,
                withdrawnOn,
                reviewed,
                lastReview,
                changedSinceLastReview,
                gapCount,
                evidence);
    }
}
