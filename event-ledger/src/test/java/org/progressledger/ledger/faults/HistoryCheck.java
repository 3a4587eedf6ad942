package org.progressledger.ledger.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.faults.Operation.Outcome;

/**
 * Whether a ledger and what its writers and readers were told are a history of one strictly serialisable log: everything
 * happened at one moment between question and answer, in the order of the positions (Herlihy and Wing, "Linearizability",
 * 1990; for one append-only log the order is known, so that checking takes no search).
 */
final class HistoryCheck {
    private final List<LedgerEvent> ledger;
    private final List<Operation> operations;
    private final List<String> violations = new ArrayList<>();
    private final Map<String, LedgerEvent> byId = new HashMap<>();
    private final Map<String, List<LedgerEvent>> streams = new HashMap<>();
    /** When each event was asked for first. */
    private final Map<String, Long> asked = new HashMap<>();
    /** By when somebody knew that it is recorded. */
    private final Map<String, Long> known = new HashMap<>();

    private HistoryCheck(List<LedgerEvent> ledger, List<Operation> operations) {
        this.ledger = ledger;
        this.operations = operations;
    }

    /** What contradicts it, in words; nothing if nothing does. */
    static List<String> violations(List<LedgerEvent> ledger, List<Operation> operations) {
        HistoryCheck check = new HistoryCheck(ledger, operations);
        check.everyEventHasOnePlace();
        check.nothingIsLostOrInvented();
        if (check.violations.isEmpty()) {
            check.whatWasKnownIsFollowed();
            check.questionsAreAnsweredWithWhatWasThere();
        }
        return check.violations;
    }

    private void everyEventHasOnePlace() {
        Instant before = Instant.MIN;
        for (int position = 0; position < ledger.size(); position++) {
            LedgerEvent event = ledger.get(position);
            if (event.position() != position) {
                violations.add("position %d holds %d".formatted(position, event.position()));
            }
            if (event.recordedAt().isBefore(before)) {
                violations.add("position %d was recorded before its predecessor".formatted(position));
            }
            before = event.recordedAt();
            if (byId.put(event.eventId(), event) != null) {
                violations.add("event %s is recorded twice".formatted(event.eventId()));
            }
            List<LedgerEvent> stream = streams.computeIfAbsent(event.stream(), first -> new ArrayList<>());
            if (event.sequence() != stream.size()) {
                violations.add(
                        "%s/%d stands where %d belongs".formatted(event.stream(), event.sequence(), stream.size()));
            }
            stream.add(event);
        }
    }

    private void nothingIsLostOrInvented() {
        Set<String> mayBeThere = new HashSet<>();
        for (Operation operation : operations) {
            String id = operation.eventId();
            if (id == null) {
                continue;
            }
            asked.merge(id, operation.startedAt(), Math::min);
            if (operation.outcome() == Outcome.RECORDED) {
                known.merge(id, operation.endedAt(), Math::min);
                LedgerEvent event = byId.get(id);
                if (event == null) {
                    violations.add("acknowledged and lost: %s".formatted(operation));
                } else if (event.position() != operation.position()
                        || !event.stream().equals(operation.stream())
                        || event.sequence() != operation.sequence()) {
                    violations.add("acknowledged elsewhere than at %d: %s".formatted(event.position(), operation));
                }
            }
            if (operation.outcome() == Outcome.RECORDED || operation.outcome() == Outcome.UNKNOWN) {
                mayBeThere.add(id);
            }
        }
        for (LedgerEvent event : ledger) {
            if (!mayBeThere.contains(event.eventId())) {
                violations.add("recorded although refused or never asked for: position %d".formatted(event.position()));
            }
        }
    }

    /** Whoever asks after an answer stands behind what was answered. */
    private void whatWasKnownIsFollowed() {
        for (Operation operation : operations) {
            if (operation.outcome() == Outcome.READ) {
                for (LedgerEvent seen : streamUpTo(operation.stream(), operation.sequence())) {
                    known.merge(seen.eventId(), operation.endedAt(), Math::min);
                }
            }
        }
        long earliestKnownOfLater = Long.MAX_VALUE;
        for (LedgerEvent event : ledger.reversed()) {
            if (startOf(event) > earliestKnownOfLater) {
                violations.add("position %d was asked for when a later one was known".formatted(event.position()));
            }
            earliestKnownOfLater = Math.min(earliestKnownOfLater, known.getOrDefault(event.eventId(), Long.MAX_VALUE));
        }
    }

    private void questionsAreAnsweredWithWhatWasThere() {
        for (Operation operation : operations) {
            if (operation.outcome() == Outcome.READ) {
                List<LedgerEvent> stream = streams.getOrDefault(operation.stream(), List.of());
                if (operation.sequence() >= stream.size()) {
                    violations.add("saw what is not there: %s".formatted(operation));
                } else if (operation.sequence() >= 0
                        && startOf(stream.get((int) operation.sequence())) > operation.endedAt()) {
                    violations.add("saw what nobody had asked for yet: %s".formatted(operation));
                } else {
                    stream.stream()
                            .skip(operation.sequence() + 1)
                            .filter(later -> knownSince(later) < operation.startedAt())
                            .findFirst()
                            .ifPresent(later ->
                                    violations.add("did not see what was known, sequence %d, %d µs before: %s"
                                            .formatted(
                                                    later.sequence(),
                                                    (operation.startedAt() - knownSince(later)) / 1000,
                                                    operation)));
                }
            } else if (operation.outcome() == Outcome.TAKEN && operation.eventId() != null) {
                List<LedgerEvent> stream = streams.getOrDefault(operation.stream(), List.of());
                if (operation.sequence() >= stream.size()
                        || startOf(stream.get((int) operation.sequence())) > operation.endedAt()) {
                    violations.add("refused for a place that nobody had taken: %s".formatted(operation));
                }
            }
        }
    }

    private long knownSince(LedgerEvent event) {
        return known.getOrDefault(event.eventId(), Long.MAX_VALUE);
    }

    private long startOf(LedgerEvent event) {
        return asked.getOrDefault(event.eventId(), Long.MIN_VALUE);
    }

    private List<LedgerEvent> streamUpTo(String stream, long sequence) {
        List<LedgerEvent> all = streams.getOrDefault(stream, List.of());
        return all.subList(0, (int) Math.min(all.size(), sequence + 1));
    }
}
