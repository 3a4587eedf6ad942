package org.progressledger.verifier.mongo;

import java.util.List;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.progressledger.verifier.Finding;
import org.progressledger.verifier.Finding.Kind;
import org.progressledger.verifier.Listener;
import org.progressledger.verifier.StoredCheckpoint;
import org.progressledger.verifier.Wrong;

/** Reads stored documents for whoever checks them. */
public final class Reading implements StoredDocuments {
    private final Listener listener;
    private @Nullable BsonDocument anchored;
    private long newest = -1;

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
        List<StoredCheckpoint> found = TreeDocuments.newest(head);
        found.forEach(listener::newest);
        newest = found.isEmpty() ? -1 : found.getFirst().size();
    }

    @Override
    public void anchors(RawBsonDocument document) {
        requireTaken();
        anchored = TreeDocuments.decoded(document, TreeDocuments.ANCHORS);
    }

    @Override
    public void checkpoint(RawBsonDocument document) {
        StoredCheckpoint checkpoint =
                TreeDocuments.checkpoint(TreeDocuments.decoded(document, TreeDocuments.CHECKPOINTS));
        if (anchored != null && TreeDocuments.size(anchored) == checkpoint.size()) {
            checkpoint = checkpoint.with(TreeDocuments.anchors(anchored));
            anchored = null;
        }
        requireTaken();
        listener.checkpoint(checkpoint);
    }

    @Override
    public void over() {
        if (anchored != null && TreeDocuments.size(anchored) == newest) {
            anchored = null; // a crash came before the newest checkpoint was among all of them
        }
        requireTaken();
    }

    /** What others said has to be of a checkpoint that is there. */
    private void requireTaken() {
        if (anchored != null) {
            String size = Long.toString(TreeDocuments.size(anchored));
            throw new Wrong(Finding.of(Kind.CHECKPOINT_MISSING, TreeDocuments.ANCHORS + '.' + size, size));
        }
    }

    @Override
    public void commit(RawBsonDocument document) {
        requireTaken();
        listener.commit(document);
    }
}
