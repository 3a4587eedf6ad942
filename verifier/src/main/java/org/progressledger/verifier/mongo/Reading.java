package org.progressledger.verifier.mongo;

import java.util.List;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.progressledger.verifier.Listener;
import org.progressledger.verifier.StoredCheckpoint;

/** Reads stored documents for whoever checks them. */
public final class Reading implements StoredDocuments {
    private final Listener listener;

    public Reading(Listener listener) {
        this.listener = listener;
    }

    @Override
    public void head(@Nullable RawBsonDocument document) {
        if (document == null) {
            listener.keys(List.of());
            return;
        }
        BsonDocument head = TreeDocuments.decoded(document, TreeDocuments.HEAD);
        listener.keys(TreeDocuments.keys(head));
        List<StoredCheckpoint> newest = TreeDocuments.newest(head);
        newest.forEach(listener::newest);
    }

    @Override
    public void checkpoint(RawBsonDocument document) {
        listener.checkpoint(TreeDocuments.checkpoint(TreeDocuments.decoded(document, TreeDocuments.CHECKPOINTS)));
    }

    @Override
    public void commit(RawBsonDocument document) {
        listener.commit(document);
    }
}
