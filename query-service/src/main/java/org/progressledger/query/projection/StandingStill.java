package org.progressledger.query.projection;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ProjectCode;
import org.progressledger.ledger.deadletter.KeptLetter;
import org.progressledger.ledger.deadletter.MongoDeadLetterQueue;
import org.progressledger.problems.ProblemException;
import org.springframework.stereotype.Component;

/** Projects whose answers are older than the ledger, so that none of them looks current. */
@Component
public class StandingStill {
    private static final Duration OLDEST = Duration.ofSeconds(1);

    private final MongoDeadLetterQueue queue;
    private final Discards discards;
    private final ReadModel readModel;
    private final Following following;
    private volatile @Nullable Suspects suspects;

    StandingStill(MongoDeadLetterQueue queue, Discards discards, ReadModel readModel, Following following) {
        this.queue = queue;
        this.discards = discards;
        this.readModel = readModel;
        this.following = following;
    }

    /**
     * Those that stood still when it was looked, of which it has to be asked whether they still do. Nearly none is: so most
     * answers need no question.
     *
     * @param position up to which every event had been handled, or was a letter, before it was looked
     */
    private record Suspects(Still still, long position, long lookedAt) {
        boolean isOf(long now) {
            return now <= position && System.nanoTime() - lookedAt < OLDEST.toNanos();
        }
    }

    /** Since when and where a project stands still; empty where its answers are as current as any. */
    public Optional<StaleView> of(ProjectCode code) {
        if (!suspects().still().includes(code.text())) {
            return Optional.empty();
        }
        List<KeptLetter> letters = queue.lettersOf(code.text());
        return letters.isEmpty() ? givenUp(code) : Optional.of(stale(Standstill.of(letters)));
    }

    /**
     * Projects by code of which something before the position that is reflected now is not shown, or was not a second ago.
     *
     * @param waiting for another try, or for somebody to give up what they stand still before
     * @param givenUp whose answers do not reflect yet what was given up
     */
    public record Still(Set<String> waiting, Set<String> givenUp) {
        boolean includes(String code) {
            return waiting.contains(code) || givenUp.contains(code);
        }

        public int count() {
            return waiting.size()
                    + (int) givenUp.stream()
                            .filter(code -> !waiting.contains(code))
                            .count();
        }
    }

    public Still still() {
        return suspects().still();
    }

    /** Something was mended or given up here: whoever asks next is told. */
    void lookAgain() {
        suspects = null;
    }

    // what is followed moves only after a letter is kept: so whoever looked at this position has seen all before it
    private Suspects suspects() {
        long now = following.position();
        Suspects known = suspects;
        return known != null && known.isOf(now) ? known : lookAgain(now);
    }

    /** Whoever comes while somebody looks takes what was seen, if it is fresh enough. */
    private synchronized Suspects lookAgain(long position) {
        Suspects known = suspects;
        if (known != null && known.isOf(position)) {
            return known;
        }
        long began = System.nanoTime();
        Still still = new Still(Set.copyOf(queue.sequenceIdentifiers()), givenUp());
        Suspects seen = new Suspects(still, position, began);
        suspects = seen;
        return seen;
    }

    /** Of which the answers do not reflect yet what was given up. */
    private Set<String> givenUp() {
        Map<String, Long> upTo = discards.upTo();
        if (upTo.isEmpty()) {
            return Set.of();
        }
        Map<String, Long> reflected;
        try {
            reflected = readModel.positionsOf(upTo.keySet());
        } catch (ProblemException stillBeingMade) {
            return upTo.keySet();
        }
        return upTo.entrySet().stream()
                .filter(each -> each.getValue() > reflected.getOrDefault(each.getKey(), -1L))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
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
    public <P extends AsKept<P>> P marked(P project) {
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
