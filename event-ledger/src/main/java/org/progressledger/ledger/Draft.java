package org.progressledger.ledger;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.progressledger.ledger.Envelope.CommitHead;

/** An append before it has a position: checked, salted, and recognisable should an acknowledgement get lost. */
final class Draft {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 32;

    private final Append append;
    private final List<Salted> payloads;
    private final List<String> metadataSalts;
    private final List<String> claims;

    private record Salted(String salt, String hash) {

        static Salted of(String salt, String text) {
            return new Salted(salt, SaltedHash.of(salt, text));
        }
    }

    Draft(Append append, int maxEvents) {
        this(append, maxEvents, salts(append), salts(append));
    }

    /**
     * The same draft again, in another process: whichever of the two is recorded, both recognise it.
     *
     * @param payloadSalts of each event
     * @param metadataSalts of each event
     */
    Draft(Append append, int maxEvents, List<String> payloadSalts, List<String> metadataSalts) {
        if (append.events().size() > maxEvents) {
            throw new AppendTooLarge(
                    "maxEventsPerCommit", maxEvents, append.events().size());
        }
        refuseDuplicates(append.events());
        this.append = append;
        this.payloads = IntStream.range(0, append.events().size())
                .mapToObj(i ->
                        Salted.of(payloadSalts.get(i), append.events().get(i).payload()))
                .toList();
        this.metadataSalts = List.copyOf(metadataSalts);
        this.claims = claims(append);
    }

    private static List<String> salts(Append append) {
        return append.events().stream().map(event -> salt()).toList();
    }

    private static List<String> claims(Append append) {
        List<String> claims = new ArrayList<>(1 + 2 * append.events().size());
        claims.add("command " + append.command().key());
        for (NewEvent event : append.events()) {
            claims.add("event " + event.eventId());
            claims.add("place " + event.key());
        }
        return claims;
    }

    Append append() {
        return append;
    }

    /** The salt of an event's payload. */
    String payloadSalt(int index) {
        return payloads.get(index).salt();
    }

    /** The salt of an event's metadata. */
    String metadataSalt(int index) {
        return metadataSalts.get(index);
    }

    /** What no other commit may have too: its command, its events' ids and their places. */
    List<String> claims() {
        return claims;
    }

    /** The events that must follow one that the ledger already holds. */
    List<NewEvent> firstOfEachStream() {
        Map<String, NewEvent> first = new HashMap<>();
        append.events().forEach(event -> first.putIfAbsent(event.stream(), event));
        return first.values().stream().filter(event -> event.sequence() > 0).toList();
    }

    /** The commit as it would stand after that one; never recorded before it, whatever this machine's clock says. */
    Commit at(Tail end, Duration maxClockLag, Instant clock) {
        Instant now = clock.truncatedTo(ChronoUnit.MILLIS);
        if (Duration.between(now, end.recordedAt()).compareTo(maxClockLag) > 0) {
            throw new ClockBehindLedger(now, end.recordedAt());
        }
        return at(end.next(), now.isBefore(end.recordedAt()) ? end.recordedAt() : now);
    }

    /** The commit as it stands where somebody recorded it. */
    Commit at(long position, Instant recordedAt) {
        CommandIdentity command = append.command();
        int size = append.events().size();
        CommitHead head = new CommitHead(command.actor(), command.commandId(), command.requestDigest(), position, size);
        List<LedgerEvent> events = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            events.add(event(i, head, recordedAt));
        }
        return new Commit(
                position, size, recordedAt, command.actor(), command.commandId(), command.requestDigest(), events);
    }

    /** Whether a commit in the ledger is this very draft: only it has these salts. */
    boolean became(Commit commit) {
        if (commit.size() != payloads.size()) {
            return false;
        }
        for (int i = 0; i < payloads.size(); i++) {
            if (!commit.events().get(i).payloadSalt().equals(payloads.get(i).salt())) {
                return false;
            }
        }
        return true;
    }

    private LedgerEvent event(int index, CommitHead head, Instant recordedAt) {
        NewEvent event = append.events().get(index);
        Salted payload = payloads.get(index);
        Envelope envelope = Envelope.of(head, event);
        String json = envelope.json();
        String metadataSalt = metadataSalts.get(index);
        String metadataHash = SaltedHash.of(metadataSalt, json);
        long position = head.first() + index;
        LogEntry entry = new LogEntry(
                position,
                event.stream(),
                event.sequence(),
                event.type(),
                event.revision(),
                recordedAt,
                payload.hash(),
                metadataHash);
        return new LedgerEvent(
                position,
                event.stream(),
                event.aggregateType(),
                event.sequence(),
                event.eventId(),
                event.type(),
                event.revision(),
                event.timestamp(),
                recordedAt,
                head.actor(),
                head.commandId(),
                event.payload(),
                envelope.values(),
                json,
                payload.salt(),
                payload.hash(),
                metadataSalt,
                metadataHash,
                entry.leafHash());
    }

    // a unique index on an array does not see duplicates inside one document
    private static void refuseDuplicates(List<NewEvent> events) {
        Set<String> ids = new HashSet<>();
        Map<String, Long> lastSequence = new HashMap<>();
        for (NewEvent event : events) {
            if (!ids.add(event.eventId())) {
                throw new DuplicateEventId(event.eventId());
            }
            Long last = lastSequence.put(event.stream(), event.sequence());
            if (last != null && event.sequence() != last + 1) {
                throw new SequenceConflict(
                        event.stream(), event.sequence(), "does not follow %d in the same append".formatted(last));
            }
        }
    }

    private static String salt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
