package org.progressledger.query.appeals;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.progressledger.events.Fact;
import org.progressledger.events.Project;

/**
 * Which facts belong to an appeal: its papers and citations, mistakes about it, the reports that are dated while it waited,
 * scores of that time, the criteria that it changed, and the scores under the old and the new ones whenever they were given.
 */
final class Belonging {
    private Belonging() {}

    /** By position, each once; the findings of reviewers included. */
    static List<Fact> of(AppealCase appeal) {
        return Stream.concat(withoutReviews(appeal), appeal.reviews().stream())
                .distinct()
                .sorted(Comparator.comparingLong(Fact::position))
                .toList();
    }

    /** What was recorded after the last finding, so that the reviewer cannot have seen it; empty while there is none. */
    static List<Fact> sinceLastReview(AppealCase appeal) {
        Optional<Fact> last = appeal.lastReview();
        return last.isEmpty()
                ? List.of()
                : withoutReviews(appeal)
                        .filter(fact -> fact.position() > last.get().position())
                        .distinct()
                        .sorted(Comparator.comparingLong(Fact::position))
                        .toList();
    }

    private static Stream<Fact> withoutReviews(AppealCase appeal) {
        Project project = appeal.project();
        return Stream.of(
                        appeal.paperFacts().stream(),
                        appeal.citations().stream(),
                        appeal.mentions().stream(),
                        appeal.mistakes().stream().flatMap(mistake -> Stream.of(mistake.fact(), mistake.by())),
                        appeal.window().stream().flatMap(window -> window.reportFacts(project).stream()),
                        appeal.window().stream().flatMap(window -> scores(project, window)),
                        ChangedIndicator.of(appeal).stream().flatMap(ChangedIndicator::facts))
                .flatMap(facts -> facts);
    }

    /** Scores that were given while it waited, of the project and of indicators. */
    private static Stream<Fact> scores(Project project, Window window) {
        return Stream.concat(
                        project.evaluations().stream(),
                        project.indicators().values().stream().flatMap(indicator -> indicator.evaluations().stream()))
                .filter(fact -> window.holds(fact.happenedOn()));
    }
}
