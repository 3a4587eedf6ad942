package org.progressledger.ledger;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** The lease in the ledger's database: one document for each collection of commits, written to and read from a majority. */
final class LeaseCollection implements LeaseStore {

    static final String NAME = "appender";

    private static final String ID = "_id";
    private static final String HOLDER = "holder";
    private static final String ADDRESS = "address";
    private static final String TOKEN = "token";
    private static final String BEAT = "beat";
    private static final int DUPLICATE = 11000;

    private final MongoCollection<Document> leases;
    private final String id;

    LeaseCollection(MongoDatabase database, LedgerSettings settings) {
        this.id = settings.collection();
        this.leases = database.getCollection(NAME)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary())
                .withWriteConcern(WriteConcern.MAJORITY)
                .withTimeout(settings.operationTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Optional<Seen> read() {
        return Optional.ofNullable(leases.find(new Document(ID, id)).first())
                .map(lease -> new Seen(
                        lease.get(HOLDER, ""), lease.get(ADDRESS, ""), lease.get(TOKEN, 0L), lease.get(BEAT, 0L)));
    }

    @Override
    public boolean create(String holder, URI address) {
        try {
            leases.insertOne(new Document(ID, id)
                    .append(HOLDER, holder)
                    .append(ADDRESS, address.toString())
                    .append(TOKEN, 1L)
                    .append(BEAT, 1L));
            return true;
        } catch (MongoException e) {
            if (e.getCode() == DUPLICATE) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public boolean take(Seen asSeen, String holder, URI address) {
        return matched(
                of(asSeen.holder(), asSeen.token()).append(BEAT, asSeen.beat()),
                new Document(
                        "$set",
                        new Document(HOLDER, holder)
                                .append(ADDRESS, address.toString())
                                .append(TOKEN, asSeen.token() + 1)
                                .append(BEAT, asSeen.beat() + 1)));
    }

    @Override
    public boolean beat(String holder, long token) {
        return matched(of(holder, token), new Document("$inc", new Document(BEAT, 1L)));
    }

    @Override
    public void release(String holder, long token) {
        leases.updateOne(of(holder, token), new Document("$set", new Document(HOLDER, "")));
    }

    private Document of(String holder, long token) {
        return new Document(ID, id).append(HOLDER, holder).append(TOKEN, token);
    }

    private boolean matched(Document filter, Document update) {
        return leases.updateOne(filter, update).getMatchedCount() == 1;
    }
}
