package org.progressledger.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Finds out what stands in the ledger of appends whose outcome is in doubt, or in their way: some questions for all of them. */
final class Standing {

    private static final int ASK_FOR = 1000;

    private final CommitCollection commits;
    private final KnownTail tail;

    Standing(CommitCollection commits, KnownTail tail) {
        this.commits = commits;
        this.tail = tail;
    }

    /**
     * Answers those that are recorded, refuses those that never can be, and leaves the others open.
     *
     * @throws LedgerUnavailable if the database does not answer; those that were not settled stay open
     */
    void settle(List<Pending> doubted) {
        settleCommands(doubted);
        Map<Pending, LedgerException> inTheWay = new HashMap<>();
        look(
                doubted,
                inTheWay,
                CommitDocument.EVENT_IDS,
                NewEvent::eventId,
                event -> new DuplicateEventId(event.eventId()));
        look(
                doubted,
                inTheWay,
                CommitDocument.KEYS,
                NewEvent::key,
                event -> new SequenceConflict(event.stream(), event.sequence(), "is taken"));
        // what stands there may be the append itself, which another process recorded between these questions
        settleCommands(List.copyOf(inTheWay.keySet()));
        inTheWay.forEach((append, refusal) -> {
            if (append.isOpen()) {
                append.refused(refusal);
            }
        });
    }

    private void settleCommands(List<Pending> doubted) {
        Map<String, Pending> byCommand = new HashMap<>();
        doubted.forEach(
                append -> byCommand.put(append.draft().append().command().key(), append));
        for (List<String> some : parts(List.copyOf(byCommand.keySet()))) {
            for (Commit recorded : commits.ofCommands(some)) {
                Pending append = byCommand.get(CommitDocument.commandKey(recorded));
                if (append != null) {
                    settle(append, recorded);
                }
            }
        }
    }

    private void settle(Pending append, Commit recorded) {
        if (append.draft().became(recorded)) {
            tail.saw(recorded);
            append.recorded(recorded);
            return;
        }
        Append asked = append.draft().append();
        String firstEventId = asked.events().getFirst().eventId();
        append.refused(
                asked.command().isOfFirstEvent(firstEventId)
                        ? new DuplicateEventId(firstEventId)
                        : new CommandAlreadyRecorded(recorded));
    }

    private void look(
            List<Pending> doubted,
            Map<Pending, LedgerException> inTheWay,
            String field,
            Function<NewEvent, String> value,
            Function<NewEvent, LedgerException> refusal) {
        List<Pending> asking = doubted.stream()
                .filter(append -> append.isOpen() && !inTheWay.containsKey(append))
                .toList();
        List<String> asked = asking.stream()
                .flatMap(append -> append.draft().append().events().stream())
                .map(value)
                .toList();
        for (List<String> some : parts(asked)) {
            Set<String> known = commits.knownOf(field, some);
            if (!known.isEmpty()) {
                asking.forEach(append -> append.draft().append().events().stream()
                        .filter(event -> known.contains(value.apply(event)))
                        .findFirst()
                        .ifPresent(event -> inTheWay.putIfAbsent(append, refusal.apply(event))));
            }
        }
    }

    static List<List<String>> parts(List<String> values) {
        List<List<String>> parts = new ArrayList<>();
        for (int start = 0; start < values.size(); start += ASK_FOR) {
            parts.add(values.subList(start, Math.min(start + ASK_FOR, values.size())));
        }
        return parts;
    }
}
