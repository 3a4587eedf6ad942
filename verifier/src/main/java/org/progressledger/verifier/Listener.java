package org.progressledger.verifier;

import java.util.List;
import org.bson.RawBsonDocument;

/** Told of a ledger, piece by piece. */
public interface Listener {

    /** The keys that the ledger says are its own, in the order of their time; once, before all else. */
    void keys(List<StatedKey> keys);

    /** The newest checkpoint, once, before the first event; not called if there is none. */
    void newest(StoredCheckpoint checkpoint);

    /** One of all checkpoints, by size; before the commit or entry that reaches it. */
    void checkpoint(StoredCheckpoint checkpoint);

    /** The next commit, as it is stored. */
    void commit(RawBsonDocument document);

    /** The next published entry, where commits are not to be had. */
    void entry(PublishedEntry entry);
}
