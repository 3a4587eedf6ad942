package org.progressledger.verifier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.ByteBuf;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.Commit;
import org.progressledger.ledger.CommitCheck;
import org.progressledger.ledger.CommitScan;
import org.progressledger.ledger.CommitScan.Scanned;
import org.progressledger.ledger.CommitScan.ScannedEvent;
import org.progressledger.ledger.LedgerDamaged;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.StoredBytes;
import org.progressledger.ledger.tree.Hash;
import org.progressledger.verifier.Finding.Kind;

/**
 * A commit that agrees with itself; whether it stands where it has to is still to be seen.
 *
 * @param first position of its first event
 * @param command its actor and command id; null where only entries are published
 */
record CheckedCommit(
        long first, Instant recordedAt, @Nullable Fingerprint command, List<Event> events) {
    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();
    private static final ThreadLocal<CommitScan> SCAN = ThreadLocal.withInitial(CommitScan::new);

    /**
     * An event of it.
     *
     * @param id null where it is not published
     * @param entry what the log publishes of it
     * @param leaf its hash in the tree
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    record Event(@Nullable Fingerprint id, String stream, long sequence, byte[] entry, Hash leaf) {}

    /**
     * A commit whose fields agree. Most are seen to be right where their bytes lie; what is written in another way, or wrong, is read
     * field by field.
     *
     * @throws Wrong if any field does not agree with the others
     */
    static CheckedCommit of(RawBsonDocument document, Fingerprint.Maker fingerprints) {
        ByteBuf bytes = document.getByteBuffer();
        Optional<Scanned> scanned = SCAN.get().scan(bytes.array(), bytes.position(), bytes.remaining());
        return scanned.isPresent() ? of(scanned.get(), fingerprints) : read(document, fingerprints);
    }

    private static CheckedCommit of(Scanned commit, Fingerprint.Maker fingerprints) {
        List<Event> events = new ArrayList<>(commit.events().size());
        for (ScannedEvent event : commit.events()) {
            events.add(new Event(
                    fingerprint(event.id(), fingerprints),
                    event.stream(),
                    event.sequence(),
                    event.entry(),
                    event.leaf()));
        }
        return new CheckedCommit(
                commit.firstPosition(), commit.recordedAt(), fingerprint(commit.command(), fingerprints), events);
    }

    private static Fingerprint fingerprint(StoredBytes text, Fingerprint.Maker fingerprints) {
        return fingerprints.of(text.bytes(), text.from(), text.length());
    }

    private static CheckedCommit read(RawBsonDocument document, Fingerprint.Maker fingerprints) {
        try {
            BsonDocument fields = document.decode(CODEC);
            Commit commit = CommitCheck.read(fields);
            String command = fields.getString("command").getValue();
            return new CheckedCommit(
                    commit.firstPosition(),
                    commit.recordedAt(),
                    fingerprint(command, fingerprints),
                    commit.events().stream()
                            .map(event -> event(event, fingerprints))
                            .toList());
        } catch (LedgerDamaged e) {
            throw new Wrong(
                    new Finding(Kind.FIELD_CHANGED, e.position(), e.field(), "", String.valueOf(e.getMessage())));
        } catch (RuntimeException e) { // bytes that no driver wrote
            throw new Wrong(new Finding(Kind.FIELD_CHANGED, -1, "_id", "", String.valueOf(e.getMessage())));
        }
    }

    private static Event event(LedgerEvent event, Fingerprint.Maker fingerprints) {
        byte[] entry = event.logEntry().bytes();
        return new Event(
                fingerprint(event.eventId(), fingerprints),
                event.stream(),
                event.sequence(),
                entry,
                Hash.ofLeaf(entry));
    }

    static Fingerprint fingerprint(String text, Fingerprint.Maker fingerprints) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return fingerprints.of(bytes, 0, bytes.length);
    }

    /** Path of a field of one of its events. */
    String field(int index, String name) {
        return command == null ? name : "events." + index + '.' + name;
    }
}
