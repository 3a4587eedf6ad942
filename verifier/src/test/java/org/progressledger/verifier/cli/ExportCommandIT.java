package org.progressledger.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.testservers.TestMongo;
import org.progressledger.verifier.SmallLedger;

/** {@code ledger-verify export}, as it is called. */
class ExportCommandIT {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private SmallLedger ledger;
    private String uri;
    private String name;
    private Path file;

    @BeforeEach
    void record() {
        ledger = SmallLedger.sealed(TestMongo.embedded().freshDatabase(), folder, 6);
        uri = TestMongo.embedded().connectionString();
        name = ledger.database.getName();
        file = folder.resolve("ledger.jsonl");
    }

    private int run(String... arguments) {
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false, Map.of());
        return LedgerVerify.commandLine(console).execute(arguments);
    }

    @Test
    void a_ledger_is_written_and_verifies() throws Exception {
        assertThat(run("export", "--mongodb", uri, "--database", name, "--to", file.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("%s: 3 commits, 2 checkpoints, %d bytes".formatted(file, Files.size(file)));
        Path key = Files.writeString(folder.resolve("key"), ledger.keyFile());
        assertThat(run("--file", file.toString(), "--vkey", key.toString(), "--lang", "en"))
                .isZero();
        assertThat(out.toString()).contains("VERIFIED.").contains("6 events, 3 commits");
        assertThat(folder.resolve("ledger.jsonl.part")).doesNotExist();
    }

    @Test
    void the_same_ledger_is_written_in_the_same_bytes_over_what_was_there() throws Exception {
        Path other = folder.resolve("other.jsonl");
        Files.writeString(other, "something else");
        run("export", "--mongodb", TestMongo.embedded().connectionString(name), "--to", file.toString());
        run("export", "--mongodb", uri, "--database", name, "--collection", "commits", "--to", other.toString());
        assertThat(other).hasSameBinaryContentAs(file);
    }

    @Test
    void a_damaged_ledger_is_written_with_its_damage() {
        ledger.database
                .getCollection("commits")
                .updateOne(
                        new BsonDocument("_id", new org.bson.BsonInt64(2)), BsonDocument.parse("{$set: {actor: 'x'}}"));
        assertThat(run("export", "--mongodb", uri, "--database", name, "--to", file.toString()))
                .isZero();
        assertThat(run("--file", file.toString(), "--lang", "en")).isEqualTo(1);
        assertThat(out.toString()).contains("Position 2: the stored field \"actor\"");
    }

    @Test
    void a_command_line_that_cannot_be_ends_with_2() {
        assertThat(run("export")).isEqualTo(2);
        assertThat(run("export", "--mongodb", uri, "--database", name)).isEqualTo(2);
        assertThat(run("export", "--database", name, "--to", file.toString())).isEqualTo(2);
        assertThat(run("export", "--mongodb", uri, "--to", file.toString())).isEqualTo(2);
        assertThat(run("export", "--mongodb", "nonsense", "--to", file.toString()))
                .isEqualTo(2);
        assertThat(run("export", "--mongodb", uri, "--to", file.toString(), "--vkey", "x"))
                .isEqualTo(2);
        assertThat(file).doesNotExist();
    }

    @Test
    void what_cannot_be_written_or_read_ends_with_3() {
        String nowhere = folder.resolve("no/such/folder/file").toString();
        assertThat(run("export", "--mongodb", uri, "--database", name, "--to", nowhere))
                .isEqualTo(3);
        assertThat(err.toString()).contains("The file cannot be written");
        String silent = "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=200";
        assertThat(run("export", "--mongodb", silent, "--database", name, "--to", file.toString()))
                .isEqualTo(3);
        assertThat(file).doesNotExist();
    }
}
