package org.progressledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.verifier.Verdict.Outcome.VERIFIED;
import static org.progressledger.verifier.Verdict.Outcome.WRONG;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.progressledger.ledger.note.SigningKey;
import org.progressledger.ledger.tree.Checkpoint;
import org.progressledger.ledger.tree.Hash;
import org.progressledger.verifier.Expected.Kept;
import org.progressledger.verifier.Finding.Kind;

/** What the verifier says when somebody changed checkpoints, keys or tiles, or put another history in place. */
abstract class TreeTamperingContract extends TamperedLedger {
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
            if (!isOfTheTree) {
                continue; // who holds the lease
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
    void a_key_whose_start_was_moved_is_named_also_where_no_checkpoint_lies_between() throws Exception {
        Path rotated = Files.createDirectory(folder.resolve("rotated"));
        SmallLedger ledger = SmallLedger.sealed(server().freshDatabase(), rotated, 6);
        ledger.rotateKey();
        ledger.record("s", 4, 4);
        ledger.seal();
        putBack(ledger.snapshot());
        assertThat(check().outcome()).isEqualTo(VERIFIED);
        BsonDocument head = collection("tree_head").find().first();
        for (long start : new long[] {8, 6, 2, 1, 0, -1, 10, 11}) { // it was 7
            head.getArray("keys").get(1).asDocument().put("fromTreeSize", new BsonInt64(start));
            collection("tree_head").replaceOne(id("log"), head);
            assertThat(check().outcome()).as("from %d on", start).isEqualTo(WRONG);
        }
        head.getArray("keys").get(1).asDocument().put("fromTreeSize", new BsonInt64(8));
        collection("tree_head").replaceOne(id("log"), head);
        assertFound(Kind.KEY_START_MOVED, -1, "tree_head.keys.1.fromTreeSize");
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
