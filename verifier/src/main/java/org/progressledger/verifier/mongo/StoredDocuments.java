package org.progressledger.verifier.mongo;

import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** Told of the stored documents of a ledger, in the order in which {@link org.progressledger.verifier.Listener} wants them. */
public interface StoredDocuments {

    /** Once, before all else; null if nothing was ever sealed. */
    void head(@Nullable RawBsonDocument document);

    /** By size, each before the commit that reaches it. */
    void checkpoint(RawBsonDocument document);

    /** What others said of a checkpoint, right before that; not of each there is anything. */
    void anchors(RawBsonDocument document);

    /** By position. */
    void commit(RawBsonDocument document);

    /** Once, after all else. */
    void over();
}
