package org.progressledger.command.web;

import java.time.Instant;
import java.util.List;
import org.progressledger.ledger.Commit;

/**
 * What a command recorded. The same command again gets the same answer.
 *
 * @param ledgerPosition of the last event: ask queries with {@code ?atLeast=} it
 * @param version how many events the project has after this command
 */
public record RecordedAnswer(
        String projectCode,
        String commandId,
        Instant recordedAt,
        long ledgerPosition,
        long version,
        List<RecordedEventAnswer> events) {

    /** One event of the commit. */
    public record RecordedEventAnswer(long position, long sequence, String type, String eventId, String hash) {}

    static RecordedAnswer of(Commit commit) {
        return new RecordedAnswer(
                commit.events().getFirst().stream(),
                commit.commandId(),
                commit.recordedAt(),
                commit.lastPosition(),
                commit.events().getLast().sequence() + 1,
                commit.events().stream()
                        .map(event -> new RecordedEventAnswer(
                                event.position(), event.sequence(), event.type(), event.eventId(), event.leafHash()))
                        .toList());
    }
}
