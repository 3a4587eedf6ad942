package org.progressledger.query.projection;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * Members of the replica set that are not the primary, as long as there are any, read in one causally consistent session: what
 * one of them showed, the others show too, and only what no failover takes back.
 *
 * @param patience how long one of them is waited for, after which what is read fails
 */
record Members(ClientSession session, Duration patience) {
    /** For reading only. */
    MongoCollection<Document> show(MongoCollection<Document> collection) {
        return InSession.of(
                collection
                        .withReadPreference(ReadPreference.secondaryPreferred())
                        .withReadConcern(ReadConcern.MAJORITY)
                        .withTimeout(patience.toMillis(), TimeUnit.MILLISECONDS),
                session);
    }
}
