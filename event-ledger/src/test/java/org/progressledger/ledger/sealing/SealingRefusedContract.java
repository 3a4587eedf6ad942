package org.progressledger.ledger.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.Examples;
import org.progressledger.ledger.LedgerSettings;
import org.progressledger.ledger.sealing.Refusal.Reason;
import org.progressledger.ledger.sealing.SealerState.Role;
import org.progressledger.ledger.tree.Checkpoint;
import org.progressledger.testservers.TestMongo;

/** When nothing may be signed; on any server. */
abstract class SealingRefusedContract {

    @TempDir
    Path folder;

    private SealedDatabase ledger;

    abstract TestMongo server();

    @BeforeEach
    void sealedLedger() {
        ledger = new SealedDatabase(server().freshDatabase(), folder);
        ledger.record("s", 0, 100);
        ledger.record("s", 100, 100);
    }

    @Test
    void an_older_copy_of_the_database_is_refused_by_the_next_start() {
        ledger.sealing();
        List<SealedDatabase.Copy> older = ledger.copy();
        ledger.record("s", 200, 50);
        ledger.sealing();
        ledger.putBack(older);
        assertRefused(ledger.sealing(), Reason.ROLLED_BACK);
        assertThat(ledger.newest().size()).isEqualTo(200);
    }

    @Test
    void an_older_copy_is_refused_by_the_running_sealer_too() {
        Sealer running = ledger.sealer();
        running.tick();
        List<SealedDatabase.Copy> older = ledger.copy();
        ledger.record("s", 200, 50);
        running.tick();
        ledger.putBack(older);
        running.tick();
        // it has seen that the ledger went on, so that its end is a hole
        assertRefused(running, Reason.LEDGER_DAMAGED);
        running.tick();
        assertRefused(running, Reason.LEDGER_DAMAGED);
        assertThat(ledger.newest().size()).isEqualTo(200);
    }

    @Test
    void an_older_copy_to_which_other_events_were_recorded_is_refused() {
        ledger.sealing();
        List<SealedDatabase.Copy> older = ledger.copy();
        ledger.record("s", 200, 50);
        ledger.sealing();
        ledger.putBack(older);
        ledger.record("s", 200, 80);
        Sealer sealer = ledger.sealing();
        assertRefused(sealer, Reason.HISTORY_CHANGED);
        sealer.tick();
        assertRefused(ledger.sealing(), Reason.HISTORY_CHANGED);
        assertThat(ledger.newest().size()).isEqualTo(200);
        assertThat(ledger.head().refusal().orElseThrow()).contains("HISTORY_CHANGED");
    }

    @Test
    void an_empty_database_is_refused_where_something_was_signed() {
        ledger.sealing();
        ledger.putBack(List.of());
        assertRefused(ledger.sealing(), Reason.ROLLED_BACK);
    }

    @Test
    void it_is_refused_until_the_right_copy_is_put_back() {
        List<SealedDatabase.Copy> older = ledger.copy();
        ledger.sealing();
        List<SealedDatabase.Copy> right = ledger.copy();
        ledger.putBack(older);
        Sealer sealer = ledger.sealing();
        sealer.tick();
        assertThat(sealer.state().refusal()).isEmpty(); // the same events: the tree is made again
        ledger.putBack(List.of());
        assertRefused(ledger.sealing(), Reason.ROLLED_BACK);
        ledger.putBack(right);
        Sealer again = ledger.sealing();
        assertThat(again.state().role()).isEqualTo(Role.SEALING);
        assertThat(ledger.head().refusal()).isEmpty();
    }

    @Test
    void a_changed_event_that_is_not_sealed_yet_is_not_signed() {
        Sealer sealer = ledger.sealer();
        sealer.tick();
        Checkpoint before = ledger.newest();
        ledger.record("s", 200, 3);
        Document genuine = change("commits", 200L, "events.1.payload", "{\"percent\":\"99.00\"}");
        sealer.tick();
        assertRefused(sealer, Reason.LEDGER_DAMAGED);
        assertThat(ledger.newest()).isEqualTo(before);
        ledger.database.getCollection("commits").replaceOne(new Document("_id", 200L), genuine);
        sealer.tick();
        assertThat(sealer.state().role()).isEqualTo(Role.SEALING);
        assertThat(ledger.newest().size()).isEqualTo(203);
        assertThat(ledger.head().refusal()).isEmpty();
    }

    @Test
    void a_changed_event_that_is_sealed_is_noticed_and_remembered_and_never_moves_the_tree() throws IOException {
        ledger.record("s", 200, 700);
        Sealer sealer = ledger.sealer();
        sealer.tick();
        Checkpoint before = ledger.newest();
        Document genuine = exchange(0);
        for (int look = 0; look < 8 && sealer.state().refusal().isEmpty(); look++) {
            ledger.pass(Duration.ofSeconds(10));
            sealer.tick();
        }
        assertRefused(sealer, Reason.HISTORY_CHANGED);
        assertThat(ledger.sealed().tree(before.size()).root()).isEqualTo(before.root());
        ledger.record("s", 900, 1);
        assertRefused(ledger.sealing(), Reason.HISTORY_CHANGED);
        assertThat(ledger.newest()).isEqualTo(before);
        assertThat(Files.readString(folder.resolve("ledger.changed"))).startsWith("0\n");
        ledger.database.getCollection("commits").replaceOne(new Document("_id", 0L), genuine);
        assertThat(ledger.sealing().state().refusal()).isEmpty();
        assertThat(folder.resolve("ledger.changed")).doesNotExist();
        assertThat(ledger.newest().size()).isEqualTo(901);
    }

    @Test
    void removed_last_events_are_noticed_before_anything_is_added() {
        Sealer sealer = ledger.sealer();
        sealer.tick();
        ledger.database.getCollection("commits").deleteOne(new Document("_id", 100L));
        ledger.record("s", 100, 150);
        sealer.tick();
        assertRefused(sealer, Reason.HISTORY_CHANGED);
        assertThat(ledger.newest().size()).isEqualTo(200);
    }

    @Test
    void changed_tiles_are_refused() {
        ledger.record("s", 200, 100);
        ledger.sealing();
        Document tile = ledger.database
                .getCollection("tree_tiles")
                .find(new Document("_id", "tile/0/000"))
                .first();
        byte[] bytes = StoredTiles.bytes(tile);
        bytes[17] ^= 1;
        change("tree_tiles", "tile/0/000", "bytes", new Binary(bytes));
        // the higher tile still holds what the root is made of
        Sealer sealer = ledger.sealing();
        for (int look = 0; look < 4 && sealer.state().refusal().isEmpty(); look++) {
            ledger.pass(Duration.ofSeconds(10));
            sealer.tick();
        }
        assertRefused(sealer, Reason.HISTORY_CHANGED);
    }

    @Test
    void a_log_whose_key_is_missing_gets_no_other_one() throws IOException {
        ledger.sealing();
        Files.move(folder.resolve("ledger.key"), folder.resolve("elsewhere"));
        assertRefused(ledger.sealing(), Reason.KEY_MISSING);
        assertThat(folder.resolve("ledger.key")).doesNotExist();
        Files.move(folder.resolve("elsewhere"), folder.resolve("ledger.key"));
        assertThat(ledger.sealing().state().refusal()).isEmpty();
    }

    @Test
    void another_key_or_origin_is_refused() throws IOException {
        ledger.sealing();
        assertRefused(
                ledger.sealing(SealingSettings.defaults("ledger.example/other", folder.resolve("ledger.key"))),
                Reason.KEY_DIFFERS);
        Files.delete(folder.resolve("ledger.key"));
        new KeyFiles(ledger.settings()).make(SealedDatabase.ORIGIN);
        assertRefused(ledger.sealing(), Reason.KEY_DIFFERS);
        Files.writeString(folder.resolve("ledger.key"), "something else\n");
        assertRefused(ledger.sealing(), Reason.KEY_DIFFERS);
    }

    @Test
    void nothing_is_published_that_could_not_be_written_beside_the_key() throws IOException {
        ledger.sealing();
        Path file = folder.resolve("ledger.checkpoint");
        Files.delete(file);
        Files.createDirectories(file.resolve("in the way"));
        ledger.record("s", 200, 1);
        assertRefused(ledger.sealing(), Reason.FILE_UNUSABLE);
        assertThat(ledger.newest().size()).isEqualTo(200);
    }

    @Test
    void whoever_stands_by_notices_on_its_own_what_is_put_back() {
        SealedDatabase elsewhere = new SealedDatabase(ledger.database, folder.resolve("elsewhere"));
        Sealer sealer = ledger.sealer();
        sealer.tick();
        elsewhere.folder.toFile().mkdirs();
        new KeyFiles(elsewhere.settings()).make(SealedDatabase.ORIGIN);
        List<SealedDatabase.Copy> older = ledger.copy();
        ledger.record("s", 200, 50);
        sealer.tick();
        Sealer standby = elsewhere.sealer();
        standby.tick();
        assertThat(standby.state().role()).isEqualTo(Role.STANDING_BY);
        assertThat(new KeyFiles(elsewhere.settings()).lastSigned().orElseThrow().size())
                .isEqualTo(250);
        ledger.putBack(older);
        ledger.record("s", 200, 90);
        standby.tick();
        elsewhere.pass(SealedDatabase.LEASE);
        standby.tick();
        assertThat(standby.state().role()).isEqualTo(Role.REFUSING);
    }

    private static void assertRefused(Sealer sealer, Reason reason) {
        assertThat(sealer.state().role()).isEqualTo(Role.REFUSING);
        assertThat(sealer.state().refusal()).map(Refusal::reason).contains(reason);
    }

    /** Sets a field of a document; the document as it was. */
    private Document change(String collection, Object id, String field, Object value) {
        Document filter = new Document("_id", id);
        Document before = ledger.database.getCollection(collection).find(filter).first();
        ledger.database.getCollection(collection).updateOne(filter, new Document("$set", new Document(field, value)));
        return before;
    }

    /** Puts another commit, right in itself, in the place of one; the one that was there. */
    private Document exchange(long position) {
        SealedDatabase other = new SealedDatabase(server().freshDatabase(), folder.resolve("forged"));
        InstantSource earlier = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
        CommitLog.open(other.database, LedgerSettings.defaults(), earlier).append(Examples.append("s", 0, 100));
        Document forged = other.database
                .getCollection("commits")
                .find(new Document("_id", position))
                .first();
        Document genuine = ledger.database
                .getCollection("commits")
                .find(new Document("_id", position))
                .first();
        ledger.database.getCollection("commits").deleteOne(new Document("_id", position));
        ledger.database.getCollection("commits").insertOne(forged);
        return genuine;
    }
}
