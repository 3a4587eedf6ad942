package org.progressledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.verifier.Verdict.Outcome.VERIFIED;
import static org.progressledger.verifier.Verdict.Outcome.WRONG;

import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.progressledger.ledger.NewEvent;
import org.progressledger.verifier.Expected.Kept;
import org.progressledger.verifier.Finding.Kind;

/** What the verifier says when somebody wrote around the commits. */
abstract class TamperingContract extends TamperedLedger {
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
}
