package org.progressledger.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.ledger.note.SigningKey;
import org.progressledger.ledger.tree.Checkpoint;
import org.progressledger.verifier.Cosigner;
import org.progressledger.verifier.Golden;
import org.progressledger.verifier.Wording;

class LedgerVerifyTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String export;
    private String vkey;
    private String kept;

    @BeforeEach
    void files() throws IOException {
        export = file("ledger.jsonl", Golden.export());
        vkey = file("ledger.vkey", Golden.bytes("small-ledger.vkey"));
        kept = file("kept.checkpoint", Golden.bytes("small-ledger.checkpoint"));
    }

    private String file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private int run(String... arguments) {
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false, Map.of());
        return LedgerVerify.commandLine(console).execute(arguments);
    }

    @Test
    void a_right_ledger_ends_with_0_and_says_so_in_english() {
        assertThat(run("--file", export, "--vkey", vkey, "--kept", kept, "--lang", "en"))
                .isZero();
        assertThat(out.toString())
                .startsWith("VERIFIED.")
                .contains("3 events, 2 commits, 2 streams")
                .contains("covers 3 events; root "
                        + Checkpoint.unverified(Golden.checkpoint()).root().base64());
    }

    @Test
    void and_in_thai() {
        assertThat(run("--file", export, "--lang", "th")).isZero();
        assertThat(out.toString()).startsWith("ตรวจสอบผ่าน").contains("--vkey").contains("--kept");
    }

    @Test
    void a_key_may_be_written_on_the_command_line() {
        assertThat(run("--file", export, "--vkey", Golden.key().toString(), "--lang", "en"))
                .isZero();
        assertThat(out.toString()).doesNotContain("(--vkey)").contains("(--kept)");
    }

    @Test
    void a_wrong_ledger_ends_with_1_and_names_position_and_field() throws IOException {
        String wrong =
                Golden.text("small-ledger.jsonl").replaceFirst("\"actor\": \"officer\"", "\"actor\": \"nobody\"");
        assertThat(run("--file", file("wrong", wrong.getBytes(StandardCharsets.UTF_8)), "--lang", "en"))
                .isEqualTo(1);
        assertThat(out.toString())
                .startsWith("DOES NOT VERIFY.")
                .contains("Position 0: the stored field \"actor\" is not what was recorded.");
    }

    private static String witness() {
        return new Cosigner("witness.example/1").key().toString();
    }

    @Test
    void a_ledger_that_too_few_witnesses_signed_ends_with_1() throws IOException {
        assertThat(run("--file", export, "--witness", witness(), "--lang", "en"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("No checkpoint that was looked at is signed by 1 of your witnesses.");
    }

    @Test
    void the_signature_of_a_witness_below_a_kept_checkpoint_is_told() throws IOException {
        Cosigner cosigner = new Cosigner("witness.example/1");
        String keys = file("witness.vkey", (cosigner.key() + "\n").getBytes(StandardCharsets.UTF_8));
        String note = Golden.checkpoint();
        String cosigned = file("cosigned", (note + cosigner.line(note)).getBytes(StandardCharsets.UTF_8));
        assertThat(run("--file", export, "--kept", cosigned, "--witness", keys, "--lang", "en"))
                .isZero();
        assertThat(out.toString()).contains("Enough of the witnesses signed the first 3 events");
        assertThat(run("--file", export, "--kept", cosigned, "--witness", keys, "--json"))
                .isZero();
        assertThat(out.toString()).contains("\"witnessed\" : 3");
    }

    @Test
    void programs_read_json() throws IOException {
        String wrong =
                Golden.text("small-ledger.jsonl").replaceFirst("\"actor\": \"officer\"", "\"actor\": \"nobody\"");
        run("--file", file("wrong", wrong.getBytes(StandardCharsets.UTF_8)), "--json", "--lang", "en");
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("\"outcome\" : \"WRONG\", \"exitCode\" : 1")
                .contains("\"kind\" : \"FIELD_CHANGED\", \"position\" : 0, \"field\" : \"actor\"");
    }

    @Test
    void another_ledgers_key_ends_with_1() throws IOException {
        String other = SigningKey.generate("ledger.example/log").verifier().toString();
        assertThat(run("--file", export, "--vkey", other, "--lang", "en")).isEqualTo(1);
        assertThat(out.toString()).contains("The checkpoint of 3 events (tree_head.note) is not signed");
    }

    @Test
    void a_command_line_that_cannot_be_ends_with_2() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--file", export, "--url", "http://localhost")).isEqualTo(2);
        assertThat(run("--file", export, "--lang", "fr")).isEqualTo(2);
        assertThat(run("--file", export, "--vkey", "no+such+key")).isEqualTo(2);
        assertThat(run("--file", export, "--kept", folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(run("--file", export, "--threads", "0")).isEqualTo(2);
        assertThat(run("--url", "ftp://localhost")).isEqualTo(2);
        assertThat(run("--url", "http://localhost", "--user", "auditor")).isEqualTo(2);
        assertThat(run("--mongodb", "nonsense")).isEqualTo(2);
        assertThat(run("--file", export, "--witness", vkey)).isEqualTo(2); // a key, but of another kind
        assertThat(run("--file", export, "--witness-quorum", "1")).isEqualTo(2);
        assertThat(run("--file", export, "--witness", witness(), "--witness-quorum", "2"))
                .isEqualTo(2);
        assertThat(run("--file", export, "--witness", witness(), "--witness-quorum", "0"))
                .isEqualTo(2);
        assertThat(run("--file", export, "--tsa-cert", vkey)).isEqualTo(2);
        assertThat(run("--file", export, "--tsa-cert", folder.resolve("none").toString()))
                .isEqualTo(2);
    }

    @Test
    void what_cannot_be_read_ends_with_3() {
        assertThat(run("--file", folder.resolve("none").toString())).isEqualTo(3);
        assertThat(run("--url", "http://127.0.0.1:1", "--lang", "en")).isEqualTo(3);
        assertThat(out.toString()).contains("COULD NOT BE READ");
    }

    @Test
    void a_file_that_is_not_there_is_said_not_to_be_there() {
        assertThat(run("--file", folder.resolve("none.zip").toString(), "--vkey", vkey))
                .isEqualTo(3);
        assertThat(err.toString()).contains("there is no such file");

        assertThat(run("--file", export, "--kept", folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("none cannot be read: there is no such file");
    }

    @Test
    void progress_is_told_in_lines_where_there_is_no_terminal() {
        long[] now = {0};
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), false, Map.of());
        try (ProgressLine line = new ProgressLine(console, new Wording(Locale.ENGLISH), () -> now[0])) {
            line.at(100, 1000);
            now[0] = 10_000_000_000L;
            line.at(250, 1000);
            line.at(251, 1000);
        }
        assertThat(err.toString()).isEqualTo("250 of 1,000 events, 25 a second, 30 s left" + System.lineSeparator());
    }

    @Test
    void on_a_terminal_one_line_is_written_over() {
        long[] now = {0};
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), true, Map.of());
        try (ProgressLine line = new ProgressLine(console, new Wording(Locale.ENGLISH), () -> now[0])) {
            now[0] = 1_000_000_000L;
            line.at(500, 1000);
        }
        assertThat(err.toString())
                .isEqualTo("\r\u001b[K[" + "#".repeat(15) + ".".repeat(15)
                        + "] 500 of 1,000 events, 500 a second, 1 s left\r\u001b[K");
    }
}
