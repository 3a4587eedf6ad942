package org.progressledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.verifier.Verdict.Outcome.VERIFIED;
import static org.progressledger.verifier.Verdict.Outcome.WRONG;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.ledger.Append;
import org.progressledger.ledger.CommandIdentity;
import org.progressledger.ledger.NewEvent;
import org.progressledger.ledger.note.SigningKey;
import org.progressledger.ledger.tree.Checkpoint;
import org.progressledger.ledger.tree.Hash;
import org.progressledger.testservers.TestMongo;
import org.progressledger.verifier.Expected.Kept;
import org.progressledger.verifier.Finding.Kind;
import org.progressledger.verifier.mongo.MongoCopy;

/** What the verifier says when somebody wrote around the ledger: commits at 0 (two events), 2 (three), 5 (one); checkpoints of 2 and 6. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TamperingContract {

    private Path folder;
    private SmallLedger genuine;
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

    private void putBack(Map<String, List<BsonDocument>> documents) {
        documents.forEach((name, all) -> {
            collection(name).deleteMany(new BsonDocument());
            if (!all.isEmpty()) {
                collection(name).insertMany(all);
            }
        });
    }

    private MongoCollection<BsonDocument> collection(String name) {
        return database.getCollection(name, BsonDocument.class);
    }

    private MongoCollection<BsonDocument> commits() {
        return collection("commits");
    }

    private static BsonDocument id(long id) {
        return new BsonDocument("_id", new BsonInt64(id));
    }

    private static BsonDocument id(String id) {
        return new BsonDocument("_id", new BsonString(id));
    }

    private Verdict check() {
        return check(Expected.nothing());
    }

    private Verdict check(Expected expected) {
        return new LedgerCheck(expected, 2).check(new MongoCopy(database, "commits"), Progress.SILENT);
    }

    private void assertFound(Kind kind, long position, String field) {
        assertFound(check(), kind, position, field);
    }

    private static void assertFound(Verdict verdict, Kind kind, long position, String field) {
        assertThat(verdict.outcome()).isEqualTo(WRONG);
        Finding found = verdict.finding().orElseThrow();
        assertThat(List.of(found.kind(), found.position(), found.field()))
                .as(found.toString())
                .isEqualTo(List.of(kind, position, field));
    }

    /** A commit with right hashes at a position, as somebody makes it who knows how. */
    private BsonDocument forged(long position, String command, NewEvent... events) {
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

    @Test
    void a_ledger_as_it_was_recorded_is_verified() {
        Verdict verdict =
                check(new Expected(List.of(genuine.key()), List.of(new Kept("kept", genuine.keptCheckpoint()))));
        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.outcome()).isEqualTo(VERIFIED);
        assertThat(verdict.remarks()).isEmpty();
        assertThat(verdict.counts().events()).isEqualTo(6);
        assertThat(verdict.counts().commits()).isEqualTo(3);
        assertThat(verdict.counts().sealed()).isEqualTo(6);
        assertThat(verdict.counts().checkpoints()).isEqualTo(4); // two, the newest once more, and the kept one
    }

    @Test
    void every_changed_field_of_a_commit_is_named() {
        BsonDocument commit = commits().find(id(2)).first();
        List<FieldTampering> all = FieldTampering.ofEveryField(commit).stream()
                .filter(tampering -> !tampering.path().equals("_id")) // no server lets it be changed in place
                .toList();
        assertThat(all).hasSizeGreaterThan(200);
        for (FieldTampering tampering : all) {
            commits().replaceOne(id(2), tampering.document());
            Verdict verdict = check();
            assertThat(verdict.outcome()).as(tampering.toString()).isEqualTo(WRONG);
            Finding found = verdict.finding().orElseThrow();
            assertThat(found.kind()).as(tampering.toString()).isEqualTo(Kind.FIELD_CHANGED);
            assertThat(found.position()).as(tampering.toString()).isBetween(2L, 4L);
            assertThat(found.field() + ' ' + found.technical())
                    .as(tampering.toString())
                    .containsPattern("\\b" + tampering.field() + "\\b");
        }
    }

    @Test
    void a_removed_commit_is_named() {
        commits().deleteOne(id(2));
        assertFound(Kind.EVENTS_MISSING, 2, "_id");
    }

    @Test
    void a_removed_first_commit_is_named() {
        commits().deleteOne(id(0));
        assertFound(Kind.EVENTS_MISSING, 0, "_id");
    }

    @Test
    void commits_that_changed_places_are_named() {
        BsonDocument first = commits().find(id(0)).first();
        BsonDocument second = commits().find(id(2)).first();
        commits().deleteMany(new BsonDocument("_id", new BsonDocument("$lt", new BsonInt64(5))));
        commits().insertOne(second.clone().append("_id", new BsonInt64(0)));
        commits().insertOne(first.clone().append("_id", new BsonInt64(3)));
        assertFound(Kind.FIELD_CHANGED, 0, "_id");
    }

    @Test
    void events_that_changed_places_within_a_commit_are_named() {
        BsonDocument commit = commits().find(id(2)).first();
        for (String list : List.of("events", "keys", "eventIds")) {
            BsonArray values = commit.getArray(list);
            BsonValue first = values.get(0);
            values.set(0, values.get(1));
            values.set(1, first);
        }
        commits().replaceOne(id(2), commit);
        assertFound(Kind.FIELD_CHANGED, 2, "events.0.leafHash");
    }

    @Test
    void a_commit_put_inside_another_is_named() {
        commits().insertOne(forged(3, "other", genuine.event("u", 0)));
        assertFound(Kind.COMMIT_INSIDE_ANOTHER, 3, "_id");
    }

    @Test
    void a_commit_that_stands_twice_is_named() {
        BsonDocument last = commits().find(id(5)).first();
        commits().insertOne(last.clone().append("_id", new BsonInt64(6)));
        assertFound(Kind.FIELD_CHANGED, 6, "_id");
    }

    @Test
    void an_event_that_was_forged_with_right_hashes_is_named_by_its_tile() {
        commits()
                .replaceOne(
                        id(2), forged(2, "other", genuine.event("s", 2), genuine.event("t", 0), genuine.event("t", 1)));
        assertFound(Kind.EVENT_REPLACED, 2, "leafHash");
    }

    @Test
    void a_forgery_with_its_tiles_is_found_by_the_signed_root() {
        commits().replaceOne(id(5), forged(5, "other", genuine.event("s", 3)));
        collection("tree_edges").deleteMany(new BsonDocument());
        assertFound(Kind.ROOT_DIFFERS, 2, "tree_head.note");
    }

    @Test
    void an_event_id_that_was_recorded_before_is_named() {
        String known = commits()
                .find(id(0))
                .first()
                .getArray("eventIds")
                .get(1)
                .asString()
                .getValue();
        NewEvent event = genuine.event("u", 0);
        commits()
                .insertOne(forged(
                        6,
                        "other",
                        new NewEvent(known, "project", "u", 0, event.type(), null, event.timestamp(), "{}", Map.of())));
        assertFound(Kind.EVENT_ID_TWICE, 6, "id");
    }

    @Test
    void a_command_that_was_recorded_before_is_named() {
        String known = commits().find(id(2)).first().getString("commandId").getValue();
        commits().insertOne(forged(6, known, genuine.event("u", 0)));
        assertFound(Kind.COMMAND_TWICE, 6, "command");
    }

    @Test
    void a_gap_in_a_stream_is_named() {
        commits().insertOne(forged(6, "other", genuine.event("s", 5)));
        assertFound(Kind.SEQUENCE_BROKEN, 6, "events.0.sequence");
    }

    @Test
    void an_earlier_time_is_named() {
        commits()
                .updateOne(
                        id(0),
                        new BsonDocument("$set", new BsonDocument("recordedAt", new BsonDateTime(4_000_000_000_000L))));
        assertFound(Kind.FIELD_CHANGED, 0, "events.0.leafHash");
        restore();
        BsonDocument early = forged(0, "other", genuine.event("u", 0), genuine.event("u", 1));
        commits().replaceOne(id(0), early); // recorded after those that follow
        assertFound(Kind.EVENT_REPLACED, 0, "leafHash");
        collection("tree_edges").deleteMany(new BsonDocument());
        collection("tree_checkpoints").deleteOne(id(2));
        assertFound(Kind.RECORDED_TOO_EARLY, 2, "recordedAt");
    }

    @Test
    void a_tail_that_was_cut_off_is_named() {
        commits().deleteOne(id(5));
        assertFound(Kind.LEDGER_CUT_OFF, 5, "_id");
    }

    @Test
    void a_checkpoint_signed_with_another_key_is_named() {
        SigningKey other = SigningKey.generate(SmallLedger.ORIGIN);
        BsonDocument stored = collection("tree_checkpoints").find(id(2)).first();
        Checkpoint same = Checkpoint.unverified(stored.getString("note").getValue());
        stored.put("note", new BsonString(same.signedBy(other)));
        collection("tree_checkpoints").replaceOne(id(2), stored);
        assertFound(Kind.CHECKPOINT_NOT_SIGNED, -1, "tree_checkpoints.2.note");
    }

    @Test
    void every_changed_field_of_a_checkpoint_is_noticed_but_the_time_that_nobody_signed() {
        BsonDocument stored = collection("tree_checkpoints").find(id(2)).first();
        for (FieldTampering tampering : FieldTampering.ofEveryField(stored)) {
            boolean isUnsigned =
                    tampering.path().equals("sealedAt") && tampering.how().startsWith("now ");
            collection("tree_checkpoints").deleteOne(id(2));
            collection("tree_checkpoints").deleteOne(id(-1));
            collection("tree_checkpoints").deleteOne(id(3));
            if (!tampering.document().containsKey("_id")) {
                continue; // the server would make one up
            }
            collection("tree_checkpoints").insertOne(tampering.document());
            assertThat(check().outcome()).as(tampering.toString()).isEqualTo(isUnsigned ? VERIFIED : WRONG);
            collection("tree_checkpoints")
                    .deleteOne(new BsonDocument("_id", tampering.document().get("_id")));
        }
    }

    @Test
    void changed_keys_and_a_changed_newest_checkpoint_are_noticed() {
        BsonDocument head = collection("tree_head").find().first();
        for (FieldTampering tampering : FieldTampering.ofEveryField(head)) {
            boolean isOfTheTree = tampering.path().matches("(keys|size|note).*")
                    || (tampering.path().equals("sealedAt") && !tampering.how().startsWith("now "));
            boolean isWindow = tampering.path().equals("keys.0.fromTreeSize")
                    && !tampering.how().equals("left out");
            if (!isOfTheTree || isWindow && !tampering.how().equals("of another type")) {
                continue; // who holds the lease; or a key that may sign a little earlier or later
            }
            collection("tree_head").replaceOne(id("log"), tampering.document());
            assertThat(check().outcome()).as(tampering.toString()).isNotEqualTo(VERIFIED);
        }
    }

    @Test
    void altered_tiles_are_named() {
        for (String path : List.of("tile/0/000.p/6", "tile/entries/000.p/6")) {
            restore();
            BsonDocument edge = collection("tree_edges").find().first();
            for (BsonValue tile : edge.getArray("tiles")) {
                if (tile.asDocument().getString("path").getValue().equals(path)) {
                    byte[] bytes =
                            tile.asDocument().getBinary("bytes").getData().clone();
                    bytes[bytes.length - 1] ^= 1;
                    tile.asDocument().put("bytes", new BsonBinary(bytes));
                }
            }
            collection("tree_edges").replaceOne(new BsonDocument("_id", edge.get("_id")), edge);
            assertFound(Kind.TILE_DIFFERS, 5, path);
        }
        restore();
        collection("tree_edges").deleteMany(new BsonDocument());
        assertFound(Kind.TILE_MISSING, -1, "tile/0/000.p/6");
    }

    @Test
    void yesterdays_copy_put_back_whole_is_noticed_by_a_kept_checkpoint_and_by_the_file_outside() throws Exception {
        Path today = Files.createDirectory(folder.resolve("today"));
        SmallLedger ledger = SmallLedger.sealed(server().freshDatabase(), today, 6);
        Map<String, List<BsonDocument>> yesterday = ledger.snapshot();
        ledger.record("s", 4, 3);
        ledger.seal();
        String kept = ledger.keptCheckpoint(); // the sealer keeps that file outside the database
        putBack(yesterday);
        Verdict alone = check(new Expected(List.of(ledger.key()), List.of()));
        assertThat(alone.outcome()).isEqualTo(VERIFIED);
        assertThat(alone.remarks()).contains(Verdict.Remark.NOTHING_KEPT);
        Verdict verdict = check(new Expected(List.of(ledger.key()), List.of(new Kept("kept", kept))));
        assertFound(verdict, Kind.KEPT_IS_LONGER, 6, "kept");
    }

    @Test
    void another_history_with_its_own_keys_is_noticed_by_key_and_by_kept_checkpoint() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("other-" + UUID.randomUUID()));
        putBack(SmallLedger.sealed(server().freshDatabase(), elsewhere, 6).snapshot());
        assertThat(check().outcome()).isEqualTo(VERIFIED);
        assertFound(
                check(new Expected(List.of(genuine.key()), List.of())),
                Kind.CHECKPOINT_NOT_SIGNED,
                -1,
                "tree_head.note");
        assertFound(
                check(new Expected(List.of(), List.of(new Kept("kept", genuine.keptCheckpoint())))),
                Kind.KEPT_NOT_SIGNED,
                -1,
                "kept");
    }

    @Test
    void another_history_signed_with_the_same_key_is_noticed_by_a_kept_checkpoint() {
        SigningKey key = SigningKey.generate(SmallLedger.ORIGIN);
        Checkpoint other = new Checkpoint(SmallLedger.ORIGIN, 2, Hash.ofLeaf(new byte[] {1}));
        Verdict verdict = check(
                new Expected(List.of(genuine.key(), key.verifier()), List.of(new Kept("kept", other.signedBy(key)))));
        assertFound(verdict, Kind.KEPT_DIFFERS, 0, "kept");
    }

    @Test
    void a_ledger_whose_seals_are_gone_is_not_verified() {
        for (String name : List.of("tree_head", "tree_checkpoints", "tree_tiles", "tree_edges")) {
            collection(name).deleteMany(new BsonDocument());
        }
        assertThat(check().outcome()).isEqualTo(Verdict.Outcome.UNSIGNED);
        assertFound(check(new Expected(List.of(genuine.key()), List.of())), Kind.NO_CHECKPOINT, -1, "tree_head");
    }

    @Test
    void a_head_that_was_put_back_is_named() {
        BsonDocument two = collection("tree_checkpoints").find(id(2)).first();
        BsonDocument head = collection("tree_head").find().first();
        for (String field : List.of("size", "note", "sealedAt")) {
            head.put(field, two.get(field));
        }
        collection("tree_head").replaceOne(id("log"), head);
        assertFound(Kind.HEAD_PUT_BACK, -1, "tree_head.size");
    }
}
