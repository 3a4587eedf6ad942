package org.progressledger.query.projection;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.progressledger.events.ProjectCode;
import org.progressledger.ledger.deadletter.KeptLetter;
import org.progressledger.ledger.deadletter.MongoDeadLetterQueue;
import org.springframework.stereotype.Component;

/** Projects whose answers are older than the ledger, so that none of them looks current. */
@Component
public class StandingStill {
    private final MongoDeadLetterQueue queue;
    private final Discards discards;
    private final ReadModel readModel;

    StandingStill(MongoDeadLetterQueue queue, Discards discards, ReadModel readModel) {
        this.queue = queue;
        this.discards = discards;
        this.readModel = readModel;
    }

    /** Since when and where a project stands still; empty where its answers are as current as any. */
    public Optional<StaleView> of(ProjectCode code) {
        List<KeptLetter> letters = queue.lettersOf(code.text());
        return letters.isEmpty() ? givenUp(code) : Optional.of(stale(Standstill.of(letters)));
    }

    private static StaleView stale(Standstill standstill) {
        return new StaleView(standstill.since(), standstill.position(), false);
    }

    /** What was discarded stays unseen until a later fold reflects it. */
    private Optional<StaleView> givenUp(ProjectCode code) {
        List<Discard> all = discards.of(code.text());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        long reflected = readModel.positionOf(code);
        return all.stream()
                .filter(discard -> discard.to() > reflected)
                .min(Comparator.comparing(Discard::from))
                .map(discard -> new StaleView(discard.since(), discard.from(), true));
    }

    /** The project with the mark that it stands still, if it does. */
    public ProjectView marked(ProjectView project) {
        return of(ProjectCode.of(project.projectCode())).map(project::with).orElse(project);
    }

    /** Every project that stands still, those first that were tried longest ago. */
    public List<Standstill> all() {
        return queue.sequences().stream().map(Standstill::of).toList();
    }

    /** What was given up, the latest first; at most 200. */
    public List<Discard> discarded() {
        return discards.latest();
    }

    /** How many projects stand still. */
    public long count() {
        return queue.amountOfSequences();
    }
}
