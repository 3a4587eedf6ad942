package org.progressledger.query.appeals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Appeal;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.AppealReviewed;
import org.progressledger.events.Fact;
import org.progressledger.events.Project;
import org.progressledger.events.Withdrawn;

/**
 * One appeal: a round with its papers, a round that is only spoken of, or a citation that tells no round.
 *
 * @param round รอบที่; null where a narrative speaks of an appeal and tells none
 * @param papers null where none are recorded
 * @param citations those that name the round; the citation itself where it names none
 * @param mentions citations without a round that may mean this one
 * @param reviews findings, in the order in which they were recorded
 * @param mistakes what was recorded of it by mistake
 */
record AppealCase(
        Project project,
        @Nullable Integer round,
        @Nullable Appeal papers,
        List<Fact> citations,
        List<Fact> mentions,
        List<Fact> reviews,
        List<Withdrawn> mistakes) {

    /** By round, then the citations that tell none and lack their papers, as they happened. */
    static List<AppealCase> allOf(Project project) {
        TreeSet<Integer> rounds = new TreeSet<>(project.appeals().keySet());
        project.citations()
                .forEach(fact -> Optional.ofNullable(cited(fact).round()).ifPresent(rounds::add));
        project.reviews().forEach(fact -> rounds.add(((AppealReviewed) fact.event()).round()));
        List<AppealCase> cases = new ArrayList<>();
        rounds.forEach(round -> cases.add(ofRound(project, round)));
        project.citations().stream()
                .filter(fact -> cited(fact).round() == null && standsAlone(fact, project))
                .forEach(fact ->
                        cases.add(new AppealCase(project, null, null, List.of(fact), List.of(), List.of(), List.of())));
        return cases;
    }

    /** Empty where nobody speaks of that round. */
    static Optional<AppealCase> of(Project project, int round) {
        return allOf(project).stream()
                .filter(each -> Integer.valueOf(round).equals(each.round()))
                .findFirst();
    }

    private static AppealCase ofRound(Project project, int round) {
        Appeal papers = project.appeals().get(round);
        return new AppealCase(
                project,
                round,
                papers,
                project.citations().stream()
                        .filter(fact ->
                                Integer.valueOf(round).equals(cited(fact).round()))
                        .toList(),
                papers == null
                        ? List.of()
                        : project.citations().stream()
                                .filter(fact -> cited(fact).round() == null && !standsAlone(fact, project))
                                .toList(),
                project.reviews().stream()
                        .filter(fact -> ((AppealReviewed) fact.event()).round() == round)
                        .sorted(Comparator.comparingLong(Fact::position))
                        .toList(),
                project.withdrawn().stream()
                        .filter(mistake -> isAbout(mistake.fact(), round))
                        .toList());
    }

    /** Whether no recorded papers can be those that it speaks of. */
    private static boolean standsAlone(Fact citation, Project project) {
        return project.meantBy(cited(citation)).findAny().isEmpty() || project.lacksAppealOf(cited(citation));
    }

    private static boolean isAbout(Fact mistaken, int round) {
        return switch (mistaken.event()) {
            case AppealFiled filed -> filed.round() == round;
            case AppealCited cited -> Integer.valueOf(round).equals(cited.round());
            default -> false;
        };
    }

    static AppealCited cited(Fact fact) {
        return (AppealCited) fact.event();
    }

    /** The same within its project however often it is folded. */
    String id() {
        return round == null ? "cited-" + citations.getFirst().sequence() : "round-" + round;
    }

    AppealStatus status() {
        if (papers == null) {
            return citations.isEmpty() ? AppealStatus.NONE : AppealStatus.CITED;
        }
        return switch (papers.state()) {
            case FILED -> AppealStatus.FILED;
            case DECIDED -> AppealStatus.DECIDED;
            case WITHDRAWN -> AppealStatus.WITHDRAWN;
        };
    }

    Optional<Window> window() {
        return Optional.ofNullable(papers).map(Window::of);
    }

    /** The filing, the decision and the taking back. */
    List<Fact> paperFacts() {
        return papers == null
                ? List.of()
                : Stream.of(papers.filedFact(), papers.decidedFact(), papers.withdrawnFact())
                        .<Fact>mapMulti((fact, found) -> {
                            if (fact != null) {
                                found.accept(fact);
                            }
                        })
                        .toList();
    }

    /** The decision; empty while there is none. */
    List<Fact> decisionFacts() {
        return papers == null || papers.decidedFact() == null ? List.of() : List.of(papers.decidedFact());
    }

    Optional<Fact> lastReview() {
        return reviews.isEmpty() ? Optional.empty() : Optional.of(reviews.getLast());
    }
}
