package org.progressledger.ledger.anchoring;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.note.Cosignature;
import org.progressledger.ledger.sealing.SealedCheckpoint;

/**
 * What others said of our checkpoints, kept by their size in the collection {@code tree_anchors}; safe for many threads.
 *
 * <p>All methods throw the driver's exceptions when the database does not answer.
 */
public final class AnchoredLog {

    private static final String ID = "_id";
    private static final String COSIGNATURES = "cosignatures";
    private static final String WITNESS = "witness";
    private static final String LINE = "line";
    private static final String AT = "at";
    private static final String TIMESTAMP = "timestamp";
    private static final String TOKEN = "token";
    private static final String WITNESSED = "witnessed";
    private static final String SIZE = "size";
    private static final int DUPLICATE = 11000;
    private static final long WAIT_MS = 5_000;

    private final MongoCollection<Document> anchors;

    private AnchoredLog(MongoCollection<Document> anchors) {
        this.anchors = anchors;
    }

    /** What is kept in the database of a ledger. */
    public static AnchoredLog of(MongoDatabase database) {
        return new AnchoredLog(database.getCollection("tree_anchors")
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary())
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withTimeout(WAIT_MS, TimeUnit.MILLISECONDS));
    }

    /** The checkpoint with the lines of those who cosigned it, below the log's own. */
    public SealedCheckpoint withCosignatures(SealedCheckpoint sealed) {
        return withCosignatures(List.of(sealed)).getFirst();
    }

    /** Checkpoints with the lines of those who cosigned them, below the log's own. */
    public List<SealedCheckpoint> withCosignatures(List<SealedCheckpoint> sealed) {
        Map<Long, Document> kept = kept(sealed);
        return sealed.stream()
                .map(one -> new SealedCheckpoint(
                        one.checkpoint(),
                        one.note()
                                + String.join(
                                        "",
                                        lines(kept.get(one.checkpoint().size())).values()),
                        one.sealedAt()))
                .toList();
    }

    /** The RFC 3161 tokens over the notes of these checkpoints, by size, in DER; only of those that have one. */
    public Map<Long, byte[]> timestamps(List<SealedCheckpoint> sealed) {
        Map<Long, byte[]> tokens = new LinkedHashMap<>();
        kept(sealed).forEach((size, document) -> token(document).ifPresent(token -> tokens.put(size, token)));
        return tokens;
    }

    /** The size of the newest checkpoint that a quorum of witnesses cosigned; nothing if there is none, or no quorum is wanted. */
    public Optional<Long> witnessedSize() {
        return Optional.ofNullable(anchors.find(new Document(ID, WITNESSED)).first())
                .map(document -> document.getLong(SIZE));
    }

    /** The RFC 3161 token over the note of the checkpoint of that size, without cosignatures, in DER. */
    public Optional<byte[]> timestamp(long size) {
        return kept(size).flatMap(AnchoredLog::token);
    }

    /** Signature lines by the name of the witness. */
    Map<String, String> cosignatures(long size) {
        return lines(kept(size).orElse(null));
    }

    private static Map<String, String> lines(@Nullable Document kept) {
        Map<String, String> lines = new LinkedHashMap<>();
        if (kept != null) {
            kept.getList(COSIGNATURES, Document.class, List.of())
                    .forEach(one -> lines.putIfAbsent(one.getString(WITNESS), one.getString(LINE)));
        }
        return lines;
    }

    private static Optional<byte[]> token(Document kept) {
        return Optional.ofNullable(kept.get(TIMESTAMP, Document.class))
                .map(timestamp -> timestamp.get(TOKEN, Binary.class).getData());
    }

    private Optional<Document> kept(long size) {
        return Optional.ofNullable(anchors.find(new Document(ID, size)).first());
    }

    private Map<Long, Document> kept(List<SealedCheckpoint> sealed) {
        List<Long> sizes = sealed.stream().map(one -> one.checkpoint().size()).toList();
        Map<Long, Document> kept = new LinkedHashMap<>();
        anchors.find(new Document(ID, new Document("$in", sizes)))
                .forEach(document -> kept.put(document.getLong(ID), document));
        return kept;
    }

    void keep(long size, Cosignature cosignature) {
        Document one = new Document(WITNESS, cosignature.key().name())
                .append(LINE, cosignature.line())
                .append(AT, Date.from(cosignature.at()));
        upsert(size, new Document("$push", new Document(COSIGNATURES, one)));
    }

    void keep(long size, Timestamp timestamp) {
        Document one = new Document(TOKEN, new Binary(timestamp.token())).append(AT, Date.from(timestamp.at()));
        upsert(size, new Document("$set", new Document(TIMESTAMP, one)));
    }

    void witnessed(long size) {
        if (witnessedSize().orElse(-1L) < size) {
            upsert(WITNESSED, new Document("$set", new Document(SIZE, size)));
        }
    }

    private void upsert(Object id, Document update) {
        try {
            anchors.updateOne(new Document(ID, id), update, new UpdateOptions().upsert(true));
        } catch (MongoException e) {
            if (e.getCode() != DUPLICATE) {
                throw e;
            }
            anchors.updateOne(new Document(ID, id), update); // somebody else made it meanwhile
        }
    }
}
