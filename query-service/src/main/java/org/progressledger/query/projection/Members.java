package org.progressledger.query.projection;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * Members of the replica set that are not the primary, as long as there are any, read in one causally consistent session: what
 * one of them showed, the others show too, and only what no failover takes back.
 *
 * @param until what is read after that fails, by {@link System#nanoTime}
 */
record Members(ClientSession session, long until) {
    /** For reading only. */
    MongoCollection<Document> show(MongoCollection<Document> collection) {
        long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime()));
        return InSession.of(
                collection
                        .withReadPreference(ReadPreference.secondaryPreferred())
                        .withReadConcern(ReadConcern.MAJORITY)
                        .withTimeout(left, TimeUnit.MILLISECONDS),
                session);
    }
}
