package org.progressledger.command.project;

import static org.progressledger.command.project.Decision.accept;
import static org.progressledger.command.project.Decision.refuse;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.progressledger.command.project.ProjectCommand.WithdrawFact;
import org.progressledger.events.Appeal;
import org.progressledger.events.EventCatalogue;
import org.progressledger.events.Fact;
import org.progressledger.events.FactWithdrawn;
import org.progressledger.events.Pause;
import org.progressledger.events.Project;

/** The rule by which a fact that was recorded by mistake counts no more: an activity, a pause, an appeal or a letter. */
final class Withdrawals {
    private Withdrawals() {}

    static Decision withdraw(WithdrawFact withdraw, Project project) {
        long sequence = withdraw.sequence();
        if (sequence >= project.version()) {
            return refuse(Refusal.FACT_NOT_FOUND, Map.of("sequence", sequence));
        }
        if (project.withdrawn().stream().anyMatch(each -> each.fact().sequence() == sequence)) {
            return refuse(Refusal.FACT_ALREADY_WITHDRAWN, Map.of("sequence", sequence));
        }
        for (Appeal appeal : project.appeals().values()) {
            if (appeal.filedFact().sequence() == sequence && !appeal.isOpen()) {
                return refuse(Refusal.FACT_IS_BUILT_UPON, Map.of("round", appeal.round()));
            }
        }
        return mistakable(project, sequence)
                .map(fact -> accept(
                        new FactWithdrawn(
                                withdraw.project(),
                                sequence,
                                EventCatalogue.of(fact.event()).storedName()),
                        withdraw.reason()))
                .orElseGet(() -> refuse(Refusal.FACT_CANNOT_BE_WITHDRAWN, Map.of("sequence", sequence)));
    }

    /** A report is returned or corrected, an ending reopened, a result replaced: they are not withdrawn. */
    private static Optional<Fact> mistakable(Project project, long sequence) {
        return Stream.of(
                        project.activities().stream(),
                        project.letters().stream(),
                        project.citations().stream(),
                        project.pauses().stream().map(Pause::paused),
                        project.appeals().values().stream().map(Appeal::filedFact))
                .flatMap(facts -> facts)
                .filter(fact -> fact.sequence() == sequence)
                .findFirst();
    }
}
