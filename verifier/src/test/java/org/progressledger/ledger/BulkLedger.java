package org.progressledger.ledger;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.bson.RawBsonDocument;

/** Records many single events at once, by way of no appender: for measuring only. */
public final class BulkLedger {
    private static final int AT_ONCE = 2_000;

    private BulkLedger() {}

    public static void record(MongoDatabase database, long events, LongFunction<NewEvent> event) {
        MongoCollection<RawBsonDocument> commits = database.getCollection("commits", RawBsonDocument.class);
        Tail tail = Tail.OF_NOTHING;
        List<RawBsonDocument> documents = new ArrayList<>();
        for (long at = 0; at < events; at++) {
            Append append = new Append(new CommandIdentity("officer", "command-" + at, null), List.of(event.apply(at)));
            Commit commit = new Draft(append, 1).at(tail, Duration.ofMinutes(1), Instant.now());
            tail = Tail.after(commit);
            documents.add(CommitDocument.of(commit));
            if (documents.size() == AT_ONCE || at + 1 == events) {
                commits.insertMany(documents);
                documents.clear();
            }
        }
    }
}
