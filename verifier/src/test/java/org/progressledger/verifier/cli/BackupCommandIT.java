package org.progressledger.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.testservers.TestMongo;
import org.progressledger.verifier.SmallLedger;

/** {@code ledger-verify backup} and {@code restore}, as they are called. */
class BackupCommandIT {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false, Map.of());
        return LedgerVerify.commandLine(console).execute(arguments);
    }

    private int backup(TestMongo server, MongoDatabase from, Path to) {
        return run("backup", "--mongodb", server.connectionString(), "--database", from.getName(), "--to", to + "");
    }

    private int restore(TestMongo server, MongoDatabase into, Path from) {
        return run(
                "restore", "--mongodb", server.connectionString(), "--database", into.getName(), "--from", from + "");
    }

    private int verify(TestMongo server, MongoDatabase database, Path kept) {
        return run(
                "--mongodb",
                server.connectionString(),
                "--database",
                database.getName(),
                "--vkey",
                folder.resolve("ledger.vkey").toString(),
                "--kept",
                kept.toString(),
                "--lang",
                "en");
    }

    private Path keptNow(String name) throws Exception {
        return Files.copy(
                folder.resolve("ledger.checkpoint"), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<BsonDocument> all(MongoDatabase database, String collection) {
        return database.getCollection(collection, BsonDocument.class)
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    @ParameterizedTest
    @MethodSource("org.progressledger.testservers.TestMongo#servers")
    void what_is_put_back_is_what_was_there_and_what_can_be_made_again_is_left_out(TestMongo server) throws Exception {
        SmallLedger ledger = SmallLedger.sealed(server.freshDatabase(), folder, 600);
        ledger.database.getCollection("accounts").insertOne(new Document("_id", "admin").append("password", "hash"));
        for (String made : List.of("query_projects_v3", "sessions", "snapshots")) {
            ledger.database.getCollection(made).insertOne(new Document("_id", 1));
        }
        Path kept = keptNow("kept");
        Path file = folder.resolve("city.backup");
        MongoDatabase elsewhere = server.freshDatabase();

        assertThat(backup(server, ledger.database, file)).as(err.toString()).isZero();
        assertThat(restore(server, elsewhere, file)).as(err.toString()).isZero();

        assertThat(out.toString()).contains("600 events, 600 of them sealed");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(elsewhere.listCollectionNames())
                .contains("accounts")
                .doesNotContain("query_projects_v3", "sessions", "snapshots");
        for (String collection : elsewhere.listCollectionNames()) {
            assertThat(all(elsewhere, collection)).as(collection).isEqualTo(all(ledger.database, collection));
        }
        assertThat(verify(server, elsewhere, kept)).as(out.toString()).isZero();
    }

    @ParameterizedTest
    @MethodSource("org.progressledger.testservers.TestMongo#servers")
    void an_older_copy_is_told_from_what_was_kept_outside(TestMongo server) throws Exception {
        SmallLedger ledger = SmallLedger.sealed(server.freshDatabase(), folder, 60);
        Path file = folder.resolve("city.backup");
        assertThat(backup(server, ledger.database, file)).isZero();
        Path asOld = keptNow("as-old");
        ledger.record("later", 0, 3);
        ledger.seal();
        Path newer = keptNow("newer");
        MongoDatabase elsewhere = server.freshDatabase();
        assertThat(restore(server, elsewhere, file)).isZero();

        assertThat(verify(server, elsewhere, asOld)).isZero();
        assertThat(verify(server, elsewhere, newer)).isEqualTo(1);
        assertThat(out.toString()).contains("63").contains("60");
    }

    @Test
    void nothing_is_written_over_what_is_there() {
        TestMongo server = TestMongo.embedded();
        SmallLedger ledger = SmallLedger.sealed(server.freshDatabase(), folder, 6);
        Path file = folder.resolve("city.backup");
        assertThat(backup(server, ledger.database, file)).isZero();

        assertThat(restore(server, ledger.database, file)).isEqualTo(3);
        assertThat(err.toString()).contains("There is something in").contains("already");
    }

    @Test
    void a_file_of_which_a_bit_is_another_is_not_put_back() throws Exception {
        TestMongo server = TestMongo.embedded();
        SmallLedger ledger = SmallLedger.sealed(server.freshDatabase(), folder, 6);
        Path file = folder.resolve("city.backup");
        assertThat(backup(server, ledger.database, file)).isZero();
        byte[] whole = Files.readAllBytes(file);
        for (int at = 40; at < whole.length; at += 97) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x10;
            MongoDatabase elsewhere = server.freshDatabase();
            int code = restore(server, elsewhere, Files.write(folder.resolve("changed"), changed));
            // a time or a right of an entry is no content
            if (code == 0) {
                assertThat(all(elsewhere, "commits")).isEqualTo(all(ledger.database, "commits"));
            } else {
                assertThat(code).isEqualTo(3);
                assertThat(elsewhere.listCollectionNames()).isEmpty();
            }
        }
        Path half = Files.write(folder.resolve("half"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(restore(server, server.freshDatabase(), half)).isEqualTo(3);
    }

    @Test
    void a_ledger_with_a_hole_is_not_backed_up_as_if_it_were_whole() {
        TestMongo server = TestMongo.embedded();
        SmallLedger ledger = SmallLedger.sealed(server.freshDatabase(), folder, 6);
        ledger.database.getCollection("commits").deleteOne(new Document("_id", 2L));

        assertThat(backup(server, ledger.database, folder.resolve("hole"))).isEqualTo(3);
        assertThat(err.toString()).contains("Position 2 is missing");
        assertThat(folder.resolve("hole")).doesNotExist();
        assertThat(folder.resolve("hole.part")).doesNotExist();
    }
}
