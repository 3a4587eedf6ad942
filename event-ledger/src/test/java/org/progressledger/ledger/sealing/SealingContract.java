package org.progressledger.ledger.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.Examples;
import org.progressledger.ledger.note.SignedNote;
import org.progressledger.ledger.note.VerifierKey;
import org.progressledger.ledger.sealing.SealerState.Role;
import org.progressledger.ledger.tree.Checkpoint;
import org.progressledger.ledger.tree.Hash;
import org.progressledger.ledger.tree.TilePath;
import org.progressledger.ledger.tree.TiledTree;
import org.progressledger.testservers.TestMongo;

/** What sealing does while nothing is wrong but processes that come and go; on any server. */
abstract class SealingContract {

    @TempDir
    Path folder;

    private SealedDatabase ledger;

    abstract TestMongo server();

    @BeforeEach
    void emptyLedger() {
        ledger = new SealedDatabase(server().freshDatabase(), folder);
    }

    @Test
    void an_empty_ledger_gets_a_key_and_the_checkpoint_of_nothing() throws IOException {
        Sealer sealer = ledger.sealer();
        sealer.tick();
        assertThat(sealer.state().role()).isEqualTo(Role.SEALING);
        assertThat(ledger.newest()).isEqualTo(new Checkpoint(SealedDatabase.ORIGIN, 0, Hash.ofEmptyTree()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("ledger.key"))))
                .isEqualTo("rw-------");
        VerifierKey shown = VerifierKey.parse(Files.readString(folder.resolve("ledger.vkey")));
        assertThat(ledger.head().keys()).containsExactly(new SealedKey(shown, 0));
        String secret = Files.readString(folder.resolve("ledger.key"))
                .lines()
                .findFirst()
                .orElseThrow();
        assertThat(ledger.copy().toString()).doesNotContain(secret.substring(secret.length() - 40));
    }

    @Test
    void many_small_seals_make_the_tree_of_one_large_one() {
        SealedDatabase other = new SealedDatabase(ledger.database, folder.resolve("other"));
        Sealer small = ledger.sealer(ledger.settings(7));
        for (int commit = 0; commit < 60; commit++) {
            ledger.record("s", commit * 10L, 10);
            small.tick();
        }
        Checkpoint newest = ledger.newest();
        assertThat(newest.size()).isEqualTo(600);
        assertThat(newest.root()).isEqualTo(ledger.rootOfEvents(600));
        assertThat(ledger.sealed().tree(600).root()).isEqualTo(newest.root());
        List<Document> tiles = tilesOf(ledger);
        for (String collection : List.of("tree_head", "tree_tiles", "tree_edges", "tree_checkpoints")) {
            ledger.database.getCollection(collection).drop();
        }
        other.sealing();
        assertThat(other.newest().root()).isEqualTo(newest.root());
        assertThat(tilesOf(other)).isEqualTo(tiles);
        assertThat(other.sealed().checkpoints(Long.MAX_VALUE, 10)).hasSize(1);
    }

    private static List<Document> tilesOf(SealedDatabase ledger) {
        return of("tree_tiles", ledger.copy()).stream()
                .sorted((a, b) -> a.getString("_id").compareTo(b.getString("_id")))
                .toList();
    }

    @Test
    void one_look_signs_one_checkpoint_though_more_is_recorded_all_the_while() throws Exception {
        Sealer sealer = ledger.sealing();
        AtomicBoolean officeHours = new AtomicBoolean(true);
        CountDownLatch atWork = new CountDownLatch(1);
        CommitLog log = ledger.log();
        Thread office = new Thread(() -> {
            for (int commit = 0; officeHours.get(); commit++) {
                log.append(Examples.append("s", commit, 1));
                atWork.countDown();
            }
        });
        office.start();
        try {
            assertThat(atWork.await(30, TimeUnit.SECONDS)).isTrue();
            sealer.tick();
            long signed = ledger.sealed().checkpoints(Long.MAX_VALUE, 100).stream()
                    .filter(one -> one.checkpoint().size() > 0)
                    .count();
            assertThat(signed).isEqualTo(1);
        } finally {
            officeHours.set(false);
            office.join();
        }
        sealer.tick();
        assertThat(ledger.newest().size()).isEqualTo(log.lastPosition().orElseThrow() + 1);
    }

    @Test
    void every_checkpoint_is_kept_and_proves_that_the_next_began_with_it() {
        Sealer sealer = ledger.sealer();
        for (int commit = 0; commit < 20; commit++) {
            ledger.record("s", commit * 31L, 31);
            sealer.tick();
        }
        List<SealedCheckpoint> all = ledger.sealed().checkpoints(Long.MAX_VALUE, 100);
        assertThat(all).hasSize(20).extracting(one -> one.checkpoint().size()).contains(31L, 620L);
        TiledTree tree = ledger.sealed().tree(620);
        for (SealedCheckpoint one : all) {
            Checkpoint opened = Checkpoint.open(
                    one.note(), SealedDatabase.ORIGIN, ledger.head().verifierKeys());
            assertThat(tree.root(opened.size())).isEqualTo(opened.root());
            assertThat(tree.consistency(opened.size())
                            .proves(opened.root(), ledger.newest().root()))
                    .isTrue();
            // tiles of earlier sizes are still given out
            assertThat(ledger.sealed().tree(opened.size()).root()).isEqualTo(opened.root());
            assertThat(one.sealedAt()).isBeforeOrEqualTo(Instant.now());
        }
        assertThat(ledger.sealed().checkpoint(62)).contains(all.get(18));
        assertThat(ledger.sealed().checkpoint(63)).isEmpty();
        byte[] entry = ledger.log().read(300, 1).getFirst().logEntry().bytes();
        assertThat(tree.entry(300)).isEqualTo(entry);
        assertThat(tree.inclusion(300)
                        .proves(Hash.ofLeaf(entry), ledger.newest().root()))
                .isTrue();
    }

    @Test
    void a_ledger_without_a_tree_is_sealed_from_its_beginning() {
        for (int commit = 0; commit < 6; commit++) {
            ledger.record("s" + commit, 0, 100);
        }
        Sealer sealer = ledger.sealer(ledger.settings(250));
        sealer.tick();
        assertThat(ledger.newest().size()).isEqualTo(600);
        assertThat(ledger.sealed().checkpoints(Long.MAX_VALUE, 10))
                .extracting(one -> one.checkpoint().size())
                .containsExactly(600L, 500L, 250L);
        assertThat(ledger.newest().root()).isEqualTo(ledger.rootOfEvents(600));
        assertThat(sealer.state().signed()).isEqualTo(3);
    }

    @Test
    void a_restart_goes_on_with_the_same_key() throws IOException {
        ledger.record("s", 0, 300);
        ledger.sealing();
        String key = Files.readString(folder.resolve("ledger.key"));
        ledger.record("s", 300, 300);
        Sealer again = ledger.sealing();
        assertThat(again.state().role()).isEqualTo(Role.SEALING);
        assertThat(Files.readString(folder.resolve("ledger.key"))).isEqualTo(key);
        assertThat(ledger.head().keys()).hasSize(1);
        assertThat(ledger.newest().size()).isEqualTo(600);
        assertThat(ledger.newest().root()).isEqualTo(ledger.rootOfEvents(600));
        assertThat(Files.readString(folder.resolve("ledger.checkpoint")))
                .isEqualTo(ledger.head().latest().orElseThrow().note());
    }

    @Test
    void one_seals_and_the_others_stand_by_until_it_is_silent() {
        Sealer first = ledger.sealer();
        Sealer second = ledger.sealer();
        ledger.record("s", 0, 5);
        first.tick();
        for (int round = 0; round < 20; round++) {
            ledger.pass(Duration.ofSeconds(1));
            first.tick();
            second.tick();
            assertThat(second.state().role()).isEqualTo(Role.STANDING_BY);
        }
        ledger.record("s", 5, 5);
        ledger.pass(SealedDatabase.LEASE.minusMillis(1));
        second.tick();
        assertThat(ledger.newest().size()).isEqualTo(5);
        ledger.pass(Duration.ofMillis(1001));
        second.tick();
        assertThat(second.state().role()).isEqualTo(Role.SEALING);
        assertThat(ledger.newest().size()).isEqualTo(10);
        first.tick();
        assertThat(first.state().role()).isEqualTo(Role.STANDING_BY);
    }

    @Test
    void a_released_lease_is_taken_at_once() {
        Sealer first = ledger.sealer();
        first.tick();
        first.release();
        Sealer second = ledger.sealer();
        second.tick();
        assertThat(second.state().role()).isEqualTo(Role.SEALING);
    }

    @Test
    void a_sealer_that_was_paused_beyond_its_lease_harms_nothing() {
        Sealer paused = ledger.sealer();
        ledger.record("s", 0, 100);
        paused.tick();
        TreeStore store = new TreeStore(TreeCollections.of(ledger.database));
        HeadState before = store.head().orElseThrow();
        ledger.record("s", 100, 200);
        ledger.sealing();
        ledger.record("s", 300, 1);
        // what the paused one would write, having looked at its lease before it was paused
        Checkpoint stale = new Checkpoint(SealedDatabase.ORIGIN, 101, ledger.rootOfEvents(101));
        SealedCheckpoint late = new SealedCheckpoint(
                stale, stale.signedBy(new KeyFiles(ledger.settings()).key().orElseThrow()), Instant.now());
        assertThat(store.publish(before.holder(), before.token(), 100, late)).isFalse();
        assertThat(store.publish(before.holder(), before.token(), 300, late)).isFalse();
        assertThat(store.beat(before.holder(), before.token())).isFalse();
        assertThat(store.addKey(
                        before.holder(), before.token(), ledger.head().keys().getFirst()))
                .isFalse();
        paused.tick();
        assertThat(paused.state().role()).isEqualTo(Role.STANDING_BY);
        assertThat(ledger.newest().size()).isEqualTo(300);
        ledger.sealing();
        assertThat(ledger.newest().size()).isEqualTo(301);
        assertThat(ledger.newest().root()).isEqualTo(ledger.rootOfEvents(301));
    }

    @Test
    void a_crash_between_any_two_steps_is_harmless() throws IOException {
        ledger.record("s", 0, 250);
        ledger.sealing();
        String fileBefore = Files.readString(folder.resolve("ledger.checkpoint"));
        ledger.record("s", 250, 20);
        List<SealedDatabase.Copy> recorded = ledger.copy();
        ledger.sealing();
        List<SealedDatabase.Copy> after = ledger.copy();
        String fileAfter = Files.readString(folder.resolve("ledger.checkpoint"));
        List<List<String>> reached = List.of(
                List.of("commits"),
                List.of("commits", "tree_tiles"),
                List.of("commits", "tree_tiles", "tree_edges"),
                List.of("commits", "tree_tiles", "tree_edges", "tree_head"));
        for (List<String> steps : reached) {
            for (String file : List.of(fileBefore, fileAfter)) {
                ledger.putBack(mixed(recorded, after, steps));
                Files.writeString(folder.resolve("ledger.checkpoint"), file);
                Sealer sealer = ledger.sealing();
                assertThat(sealer.state().refusal())
                        .describedAs("%s %s", steps, file)
                        .isEmpty();
                assertThat(ledger.newest().size()).isEqualTo(270);
                assertThat(ledger.newest().root()).isEqualTo(ledger.rootOfEvents(270));
                assertThat(ledger.sealed().tree(270).root())
                        .isEqualTo(ledger.newest().root());
                assertThat(ledger.sealed().checkpoint(270))
                        .isEqualTo(ledger.head().latest());
                assertThat(ledger.sealed().tree(250).root()).isEqualTo(ledger.rootOfEvents(250));
            }
        }
    }

    private static List<SealedDatabase.Copy> mixed(
            List<SealedDatabase.Copy> recorded, List<SealedDatabase.Copy> after, List<String> reached) {
        List<SealedDatabase.Copy> mixed = new ArrayList<>();
        for (SealedDatabase.Copy later : after) {
            boolean done = reached.contains(later.collection());
            boolean replaced = done && later.collection().equals("tree_head");
            List<Document> documents = new ArrayList<>(replaced ? List.of() : of(later.collection(), recorded));
            later.documents().stream()
                    .filter(document -> done && !documents.contains(document))
                    .forEach(documents::add);
            mixed.add(new SealedDatabase.Copy(later.collection(), documents));
        }
        return mixed;
    }

    private static List<Document> of(String collection, List<SealedDatabase.Copy> copies) {
        return copies.stream()
                .filter(copy -> copy.collection().equals(collection))
                .flatMap(copy -> copy.documents().stream())
                .toList();
    }

    @Test
    void another_key_takes_over_when_a_person_asks_and_the_old_one_stays_known() throws IOException {
        ledger.record("s", 0, 10);
        Sealer sealer = ledger.sealer();
        sealer.tick();
        VerifierKey old = ledger.head().keys().getFirst().key();
        Files.createFile(folder.resolve("ledger.key.rotate"));
        sealer.tick();
        assertThat(folder.resolve("ledger.key.rotate")).doesNotExist();
        ledger.record("s", 10, 10);
        sealer.tick();
        assertThat(sealer.state().refusal()).isEmpty();
        List<SealedKey> keys = ledger.head().keys();
        assertThat(keys).hasSize(2).extracting(SealedKey::fromTreeSize).containsExactly(0L, 11L);
        assertThat(VerifierKey.parse(Files.readString(folder.resolve("ledger.vkey"))))
                .isEqualTo(keys.getLast().key())
                .isNotEqualTo(old);
        assertThat(SignedNote.parse(ledger.head().latest().orElseThrow().note())
                        .isSignedBy(keys.getLast().key()))
                .isTrue();
        assertThat(SignedNote.parse(ledger.sealed().checkpoint(10).orElseThrow().note())
                        .isSignedBy(old))
                .isTrue();
        Sealer restarted = ledger.sealing();
        assertThat(restarted.state().role()).isEqualTo(Role.SEALING);
    }

    @Test
    void a_rotation_that_was_cut_short_is_finished() throws IOException {
        Sealer sealer = ledger.sealer();
        sealer.tick();
        TreeStore store = new TreeStore(TreeCollections.of(ledger.database));
        HeadState head = store.head().orElseThrow();
        KeyFiles files = new KeyFiles(ledger.settings());
        Files.createFile(folder.resolve("ledger.key.rotate"));
        VerifierKey next = files.makeNext(SealedDatabase.ORIGIN).verifier();
        store.addKey(head.holder(), head.token(), new SealedKey(next, 1));
        ledger.record("s", 0, 3);
        ledger.sealing();
        assertThat(ledger.newest().size()).isEqualTo(3);
        assertThat(files.key().orElseThrow().verifier()).isEqualTo(next);
        assertThat(ledger.head().keys()).hasSize(2);
        assertThat(folder.resolve("ledger.key.next")).doesNotExist();
    }

    @Test
    void tiles_are_given_out_at_every_width_that_a_checkpoint_had() {
        Sealer sealer = ledger.sealer();
        for (int size = 0; size < 300; size += 50) {
            ledger.record("s", size, 50);
            sealer.tick();
        }
        for (int width : List.of(50, 100, 150, 200, 250)) {
            assertThat(ledger.sealed().tiles().tile(new TilePath(0, 0, width)).orElseThrow())
                    .hasSize(32 * width);
            assertThat(ledger.sealed().tree(width).bundle(0)).hasSize(width);
        }
        assertThat(ledger.sealed().tiles().tile(new TilePath(0, 1, 44)).orElseThrow())
                .hasSize(32 * 44);
        assertThat(ledger.sealed().tiles().tile(new TilePath(0, 1, 45))).isEmpty();
        assertThat(ledger.sealed().tiles().tile(new TilePath(0, 2, 1))).isEmpty();
        assertThat(ledger.sealed().tiles().tile(new TilePath(1, 0, 256))).isEmpty();
    }
}
