package org.progressledger.verifier;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.progressledger.ledger.Commit;
import org.progressledger.ledger.CommitCheck;
import org.progressledger.ledger.LedgerDamaged;
import org.progressledger.verifier.Finding.Kind;

/**
 * A commit that agrees with itself; whether it stands where it has to is still to be seen.
 *
 * @param first position of its first event
 * @param command the actor's length, actor and command id as one text; empty where only entries are published
 */
record CheckedCommit(long first, Instant recordedAt, String command, List<Event> events) {
    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    /**
     * An event of it.
     *
     * @param id empty where it is not published
     * @param entry what the log publishes of it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    record Event(String id, String stream, long sequence, byte[] entry) {}

    /** @throws Wrong if any field does not agree with the others */
    static CheckedCommit of(RawBsonDocument document) {
        try {
            Commit commit = CommitCheck.read(document.decode(CODEC));
            return new CheckedCommit(
                    commit.firstPosition(),
                    commit.recordedAt(),
                    commit.actor().length() + "/" + commit.actor() + commit.commandId(),
                    IntStream.range(0, commit.size())
                            .mapToObj(i -> commit.events().get(i))
                            .map(event -> new Event(
                                    event.eventId(),
                                    event.stream(),
                                    event.sequence(),
                                    event.logEntry().bytes()))
                            .toList());
        } catch (LedgerDamaged e) {
            throw new Wrong(
                    new Finding(Kind.FIELD_CHANGED, e.position(), e.field(), "", String.valueOf(e.getMessage())));
        } catch (RuntimeException e) { // bytes that no driver wrote
            throw new Wrong(new Finding(Kind.FIELD_CHANGED, -1, "_id", "", String.valueOf(e.getMessage())));
        }
    }

    /** Path of a field of one of its events. */
    String field(int index, String name) {
        return command.isEmpty() ? name : "events." + index + '.' + name;
    }
}
