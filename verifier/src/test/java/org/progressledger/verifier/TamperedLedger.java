package org.progressledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.verifier.Verdict.Outcome.WRONG;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.ledger.Append;
import org.progressledger.ledger.CommandIdentity;
import org.progressledger.ledger.NewEvent;
import org.progressledger.testservers.TestMongo;
import org.progressledger.verifier.Finding.Kind;
import org.progressledger.verifier.mongo.MongoCopy;

/** A small sealed ledger that tests write around: commits at 0 (two events), 2 (three), 5 (one); checkpoints of 2 and 6. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TamperedLedger {

    Path folder;
    SmallLedger genuine;
    private Map<String, List<BsonDocument>> snapshot;
    private MongoDatabase database;

    abstract TestMongo server();

    @BeforeAll
    void record(@TempDir Path temporary) {
        folder = temporary;
        genuine = SmallLedger.sealed(server().freshDatabase(), folder, 6);
        snapshot = genuine.snapshot();
        database = server().freshDatabase();
    }

    // into a database without indexes, for whoever writes around the ledger drops them first
    @BeforeEach
    void restore() {
        putBack(snapshot);
    }

    void putBack(Map<String, List<BsonDocument>> documents) {
        documents.forEach((name, all) -> {
            collection(name).deleteMany(new BsonDocument());
            if (!all.isEmpty()) {
                collection(name).insertMany(all);
            }
        });
    }

    MongoCollection<BsonDocument> collection(String name) {
        return database.getCollection(name, BsonDocument.class);
    }

    MongoCollection<BsonDocument> commits() {
        return collection("commits");
    }

    static BsonDocument id(long id) {
        return new BsonDocument("_id", new BsonInt64(id));
    }

    static BsonDocument id(String id) {
        return new BsonDocument("_id", new BsonString(id));
    }

    Verdict check() {
        return check(Expected.nothing());
    }

    Verdict check(Expected expected) {
        return new LedgerCheck(expected, 2).check(copy(), Progress.SILENT);
    }

    MongoCopy copy() {
        return new MongoCopy(database, "commits");
    }

    void assertFound(Kind kind, long position, String field) {
        assertFound(check(), kind, position, field);
    }

    static void assertFound(Verdict verdict, Kind kind, long position, String field) {
        assertThat(verdict.outcome()).isEqualTo(WRONG);
        Finding found = verdict.finding().orElseThrow();
        assertThat(List.of(found.kind(), found.position(), found.field()))
                .as(found.toString())
                .isEqualTo(List.of(kind, position, field));
    }

    /** A commit with right hashes at a position, as somebody makes it who knows how. */
    BsonDocument forged(long position, String command, NewEvent... events) {
        SmallLedger other = new SmallLedger(server().freshDatabase(), folder);
        for (long at = 0; at < position; at++) {
            other.record("filler-" + at, 0, 1);
        }
        other.log().append(new Append(new CommandIdentity("officer", command, null), List.of(events)));
        return other.database
                .getCollection("commits", BsonDocument.class)
                .find(id(position))
                .first();
    }
}
