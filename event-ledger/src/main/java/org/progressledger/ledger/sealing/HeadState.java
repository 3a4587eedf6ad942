package org.progressledger.ledger.sealing;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.progressledger.ledger.note.VerifierKey;
import org.progressledger.ledger.tree.Checkpoint;

/**
 * The one document of {@code tree_head}.
 *
 * @param holder who may write; empty when nobody does
 * @param token raised with every change of the holder: a writer with an older one is refused
 * @param beat raised with every sign of life of the holder
 */
record HeadState(String holder, long token, long beat, SealedHead sealed) {

    static final String ONLY = "log";
    static final String HOLDER = "holder";
    static final String TOKEN = "token";
    static final String BEAT = "beat";
    static final String KEYS = "keys";
    static final String SIZE = "size";
    static final String NOTE = "note";
    static final String SEALED_AT = "sealedAt";
    static final String REFUSAL = "refusal";
    private static final String KEY = "key";
    private static final String FROM = "fromTreeSize";

    static HeadState of(Document document) {
        List<SealedKey> keys = document.getList(KEYS, Document.class, List.of()).stream()
                .map(key -> new SealedKey(VerifierKey.parse(key.getString(KEY)), key.getLong(FROM)))
                .toList();
        Optional<SealedCheckpoint> latest =
                document.containsKey(NOTE) ? Optional.of(checkpoint(document)) : Optional.empty();
        return new HeadState(
                document.getString(HOLDER),
                document.getLong(TOKEN),
                document.getLong(BEAT),
                new SealedHead(keys, latest, Optional.ofNullable(document.getString(REFUSAL))));
    }

    static SealedCheckpoint checkpoint(Document document) {
        String note = document.getString(NOTE);
        Instant at = document.getDate(SEALED_AT).toInstant();
        return new SealedCheckpoint(Checkpoint.unverified(note), note, at);
    }

    /** What a checkpoint is stored as, in the head and among all of them. */
    static Document stored(SealedCheckpoint sealed) {
        return new Document(SIZE, sealed.checkpoint().size())
                .append(NOTE, sealed.note())
                .append(SEALED_AT, Date.from(sealed.sealedAt()));
    }

    static Document stored(SealedKey key) {
        return new Document(KEY, key.key().toString()).append(FROM, key.fromTreeSize());
    }

    /** Size of the newest checkpoint; -1 before the first. */
    long size() {
        return sealed.latest().map(latest -> latest.checkpoint().size()).orElse(-1L);
    }
}
