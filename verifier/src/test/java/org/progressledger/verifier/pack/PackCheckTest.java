package org.progressledger.verifier.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.verifier.Verdict.Outcome.UNREADABLE;
import static org.progressledger.verifier.Verdict.Outcome.UNSIGNED;
import static org.progressledger.verifier.Verdict.Outcome.VERIFIED;
import static org.progressledger.verifier.Verdict.Outcome.WRONG;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.tree.GrowingTree;
import org.progressledger.ledger.tree.Tile;
import org.progressledger.ledger.tree.TiledTree;
import org.progressledger.ledger.tree.TlogProof;
import org.progressledger.verifier.Expected;
import org.progressledger.verifier.Finding;
import org.progressledger.verifier.Finding.Kind;
import org.progressledger.verifier.Golden;
import org.progressledger.verifier.Sha256;
import org.progressledger.verifier.Verdict;
import org.progressledger.verifier.Verdict.Remark;
import tools.jackson.databind.json.JsonMapper;

/** The pack of project "s", which has the events at 0 and 1 of three. */
class PackCheckTest {

    @TempDir
    Path folder;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    @BeforeEach
    void pack() {
        Map<String, byte[]> tiles = new HashMap<>();
        GrowingTree growing = new GrowingTree(tile -> {});
        Golden.events().forEach(event -> growing.append(event.logEntry().bytes()));
        for (Tile tile : growing.edge()) {
            tiles.put(tile.path().toString(), tile.bytes());
        }
        TiledTree tree = new TiledTree(path -> Optional.ofNullable(tiles.get(path.toString())), 3);
        StringBuilder lines = new StringBuilder();
        for (LedgerEvent event : Golden.events().subList(0, 2)) {
            lines.append(JsonMapper.shared().writeValueAsString(members(event))).append('\n');
            put("events/%d/payload.json".formatted(event.position()), event.payload());
            put("events/%d/metadata.json".formatted(event.position()), event.metadataJson());
            files.put(
                    "events/%d/entry.json".formatted(event.position()),
                    event.logEntry().bytes());
            put(
                    "proofs/%d.tlog-proof".formatted(event.position()),
                    TlogProof.of(tree.inclusion(event.position()), Golden.checkpoint())
                            .text());
        }
        put("events.jsonl", lines.toString());
        put("checkpoint", Golden.checkpoint());
        put("ledger.vkey", Golden.text("small-ledger.vkey"));
        put("statement.json", """
                {"format":"progress-ledger-evidence/1","project":"s","firstPosition":0,"lastPosition":1,"events":2}""");
    }

    private static Map<String, Object> members(LedgerEvent event) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("position", event.position());
        members.put("stream", event.stream());
        members.put("aggregateType", event.aggregateType());
        members.put("sequence", event.sequence());
        members.put("eventId", event.eventId());
        members.put("type", event.type());
        members.put("revision", event.revision() == null ? "" : event.revision());
        members.put("timestamp", event.timestamp());
        members.put("recordedAt", event.recordedAt());
        members.put("actor", event.actor());
        members.put("commandId", event.commandId());
        members.put("payload", event.payload());
        members.put("payloadSalt", event.payloadSalt());
        members.put("payloadHash", event.payloadHash());
        members.put("metadata", event.metadataJson());
        members.put("metadataSalt", event.metadataSalt());
        members.put("metadataHash", event.metadataHash());
        members.put("logEntry", new String(event.logEntry().bytes(), StandardCharsets.UTF_8));
        members.put("leafHash", event.leafHash());
        return members;
    }

    private void put(String file, String text) {
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private String text(String file) {
        return new String(files.get(file), StandardCharsets.UTF_8);
    }

    private Verdict check(Expected expected) throws IOException {
        StringBuilder sums = new StringBuilder();
        files.forEach((name, bytes) ->
                sums.append(Sha256.hex(bytes)).append("  ").append(name).append('\n'));
        return checkWith(sums.toString(), expected);
    }

    private Verdict checkWith(String sums, Expected expected) throws IOException {
        Path file = folder.resolve("pack.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> one : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                zip.write(one.getValue());
            }
            zip.putNextEntry(new ZipEntry("SHA256SUMS"));
            zip.write(sums.getBytes(StandardCharsets.UTF_8));
        }
        return PackCheck.check(file, expected);
    }

    private void assertFound(Kind kind, long position, String field) throws IOException {
        Verdict verdict = check(Expected.nothing());
        assertThat(verdict.outcome()).isEqualTo(WRONG);
        Finding found = verdict.finding().orElseThrow();
        assertThat(List.of(found.kind(), found.position(), found.field())).isEqualTo(List.of(kind, position, field));
    }

    @Test
    void a_pack_with_proofs_is_verified() throws IOException {
        Verdict verdict = check(Golden.known());
        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.outcome()).isEqualTo(VERIFIED);
        assertThat(verdict.counts().events()).isEqualTo(2);
        assertThat(verdict.remarks()).containsExactlyInAnyOrder(Remark.ONE_PROJECT, Remark.TILES_NOT_SEEN);
    }

    @Test
    void a_pack_of_a_ledger_that_is_not_sealed_says_so() throws IOException {
        files.keySet().removeIf(name -> name.matches("checkpoint|ledger.vkey|proofs/.*"));
        assertThat(check(Expected.nothing()).outcome()).isEqualTo(UNSIGNED);
        assertThat(check(Golden.known()).outcome()).isEqualTo(WRONG);
    }

    @Test
    void a_file_that_is_not_listed_or_not_there_is_named() throws IOException {
        String sums = "%s  events.jsonl\n".formatted(Sha256.hex(files.get("events.jsonl")));
        Verdict verdict = checkWith(sums, Expected.nothing());
        assertThat(verdict.finding().orElseThrow().kind()).isEqualTo(Kind.PACK_FILE_CHANGED);
        files.remove("events/1/payload.json");
        assertFound(Kind.PACK_FILE_CHANGED, -1, "events/1/payload.json");
    }

    @Test
    void every_changed_member_of_an_event_is_named() throws IOException {
        String genuine = text("events.jsonl");
        Map<String, Object> members = members(Golden.events().getFirst());
        for (String member : members.keySet()) {
            String value = JsonMapper.shared().writeValueAsString(members.get(member));
            String changed = value.startsWith("\"") ? "\"x" + value.substring(1) : value + "1";
            put(
                    "events.jsonl",
                    genuine.replaceFirst(
                            Pattern.quote("\"" + member + "\":" + value),
                            Matcher.quoteReplacement("\"" + member + "\":" + changed)));
            Verdict verdict = check(Expected.nothing());
            assertThat(verdict.outcome()).as(member).isEqualTo(WRONG);
        }
    }

    @Test
    void a_left_out_event_is_named() throws IOException {
        String first = text("events.jsonl").lines().findFirst().orElseThrow();
        put("events.jsonl", text("events.jsonl").substring(first.length() + 1));
        assertFound(Kind.SEQUENCE_BROKEN, 1, "sequence");
    }

    @Test
    void a_proof_of_another_event_proves_nothing() throws IOException {
        files.put("proofs/0.tlog-proof", files.get("proofs/1.tlog-proof"));
        assertFound(Kind.PROOF_FAILS, 0, "proofs/0.tlog-proof");
    }

    @Test
    void a_missing_proof_is_named() throws IOException {
        files.remove("proofs/1.tlog-proof");
        assertFound(Kind.PACK_FILE_CHANGED, -1, "proofs/1.tlog-proof");
    }

    @Test
    void a_statement_of_another_count_is_named() throws IOException {
        put("statement.json", text("statement.json").replace("\"events\":2", "\"events\":3"));
        assertFound(Kind.PACK_FILE_CHANGED, -1, "statement.json");
    }

    @Test
    void what_is_no_zip_could_not_be_read() throws IOException {
        Path file = Files.writeString(folder.resolve("no.zip"), "PK and nothing else");
        assertThat(PackCheck.check(file, Expected.nothing()).outcome()).isEqualTo(UNREADABLE);
    }
}
