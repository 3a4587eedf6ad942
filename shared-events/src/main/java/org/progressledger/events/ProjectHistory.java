package org.progressledger.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is recorded of one project, and the one fold over it that every answer and every decision uses.
 *
 * <p>Facts are folded by (happened on, position): a pause recorded late is in force from its date.
 */
public final class ProjectHistory {
    private final List<Fact> inOrderOfRecording;
    private final List<Fact> inOrderOfHappening;

    private ProjectHistory(List<Fact> inOrderOfRecording) {
        this.inOrderOfRecording = List.copyOf(inOrderOfRecording);
        this.inOrderOfHappening =
                inOrderOfRecording.stream().sorted(Fact.IN_ORDER_OF_HAPPENING).toList();
    }

    /** @param events of one project, in the order of their positions */
    public static ProjectHistory of(List<RecordedEvent> events) {
        ReportDates dates = new ReportDates(events);
        List<Fact> facts = new ArrayList<>(events.size());
        for (RecordedEvent recorded : events) {
            Fact fact = new Fact(recorded, HappenedOn.of(recorded, dates));
            dates.note(recorded.sequence(), fact.happenedOn());
            facts.add(fact);
        }
        return new ProjectHistory(facts);
    }

    /** Every fact, in the order in which they were recorded. */
    public List<Fact> facts() {
        return inOrderOfRecording;
    }

    /** Every fact, in the order in which they happened. */
    public List<Fact> factsByHappening() {
        return inOrderOfHappening;
    }

    /** How many events are recorded: the project's version. */
    public long version() {
        return inOrderOfRecording.size();
    }

    /** The next day after this one on which a fact begins to count; empty if nothing is dated later. */
    public Optional<LocalDate> nextChangeAfter(LocalDate day) {
        return inOrderOfHappening.stream()
                .map(Fact::happenedOn)
                .filter(date -> date.isAfter(day))
                .min(LocalDate::compareTo);
    }

    /** The project on that day, by all that is recorded; empty if nothing is recorded, or nothing had happened by then. */
    public Optional<Project> on(LocalDate happenedOn) {
        return asOf(happenedOn, Instant.MAX);
    }

    /** The project from a day on. */
    public record Step(LocalDate from, Project project) {}

    /**
     * By all that is recorded: the project from each day on which something happened, in order. The last one holds from its
     * day on, whenever that is.
     */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        @Nullable Project project = null;
        Map<Long, Fact> withdrawals = withdrawals(inOrderOfHappening);
        for (Fact fact : inOrderOfHappening) {
            project = Evolution.evolve(project, fact, withdrawals.get(fact.sequence()));
            LocalDate opened = inOrderOfHappening.getFirst().happenedOn();
            LocalDate from = fact.happenedOn().isBefore(opened) ? opened : fact.happenedOn();
            if (!steps.isEmpty() && steps.getLast().from().equals(from)) {
                steps.removeLast();
            }
            steps.add(new Step(from, project));
        }
        return steps;
    }

    /**
     * The project as it was: what was known at that instant about the world on that day.
     *
     * @param happenedOn the last day of facts that count
     * @param recordedAt the last instant of recordings that count
     */
    public Optional<Project> asOf(LocalDate happenedOn, Instant recordedAt) {
        return fold(counting(inOrderOfHappening, happenedOn, recordedAt));
    }

    /** The facts that count for that point, in the order in which they were recorded. */
    public List<Fact> factsAsOf(LocalDate happenedOn, Instant recordedAt) {
        return counting(inOrderOfRecording, happenedOn, recordedAt);
    }

    /** What stood when the event of that sequence was the last one; dates of facts are those that the whole tells. */
    public ProjectHistory upTo(long sequence) {
        return new ProjectHistory(inOrderOfRecording.stream()
                .filter(fact -> fact.sequence() <= sequence)
                .toList());
    }

    /** What some facts of one project add up to, in whatever order they are given; empty for none. */
    public static Optional<Project> addUp(Collection<Fact> facts) {
        return fold(facts.stream().sorted(Fact.IN_ORDER_OF_HAPPENING).toList());
    }

    /** The percentages as they moved, each with what moved it, for the same point. */
    public List<PercentChange> percentChanges(LocalDate happenedOn, Instant recordedAt) {
        return PercentChange.trace(counting(inOrderOfRecording, happenedOn, recordedAt));
    }

    /** Nothing counts before the file was opened, whatever the date of the fact. */
    private List<Fact> counting(List<Fact> facts, LocalDate happenedOn, Instant recordedAt) {
        boolean opened = !inOrderOfHappening.isEmpty() && counts(inOrderOfHappening.get(0), happenedOn, recordedAt);
        return opened
                ? facts.stream()
                        .filter(fact -> counts(fact, happenedOn, recordedAt))
                        .toList()
                : List.of();
    }

    private static boolean counts(Fact fact, LocalDate happenedOn, Instant recordedAt) {
        return !fact.happenedOn().isAfter(happenedOn)
                && !fact.recorded().recordedAt().isAfter(recordedAt);
    }

    /** By the sequence of the fact that is taken back; both stand at the same day. */
    private static Map<Long, Fact> withdrawals(List<Fact> facts) {
        Map<Long, Fact> withdrawals = new HashMap<>();
        for (Fact fact : facts) {
            if (fact.event() instanceof FactWithdrawn withdrawn) {
                withdrawals.put(withdrawn.sequence(), fact);
            }
        }
        return withdrawals;
    }

    private static Optional<Project> fold(List<Fact> facts) {
        Map<Long, Fact> withdrawals = withdrawals(facts);
        @Nullable Project project = null;
        for (Fact fact : facts) {
            project = Evolution.evolve(project, fact, withdrawals.get(fact.sequence()));
        }
        return Optional.ofNullable(project);
    }
}
