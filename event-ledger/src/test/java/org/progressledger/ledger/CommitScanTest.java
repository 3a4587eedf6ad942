package org.progressledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Test;
import org.progressledger.ledger.CommitScan.Scanned;
import org.progressledger.ledger.CommitScan.ScannedEvent;

/** The fast look at a commit says yes only where the careful one does, and then says the same. */
class CommitScanTest {
    private static final Instant NOW = Instant.parse("2021-02-24T05:00:00.123Z");
    private final CommitScan scan = new CommitScan();

    private static NewEvent event(String stream, long sequence, Map<String, ?> metadata) {
        return new NewEvent(
                "id-" + stream + sequence,
                "project",
                stream,
                sequence,
                "progress-reported",
                sequence % 2 == 0 ? "1" : null,
                NOW.plusMillis(sequence * 61_001),
                "{\"percent\":\"12.50\",\"note\":\"งานคืบหน้า ü \uD83D\uDE00\"}",
                metadata);
    }

    private static byte[] stored(NewEvent... events) {
        String digest = events.length > 1 ? "0123456789abcdef".repeat(4) : null;
        Append append = new Append(new CommandIdentity("officer", "command-1", digest), List.of(events));
        Commit commit = new Draft(append, 10).at(Tail.OF_NOTHING, Duration.ofMinutes(1), NOW);
        return bytes(CommitDocument.of(commit));
    }

    private static byte[] bytes(RawBsonDocument document) {
        byte[] bytes = new byte[document.getByteBuffer().remaining()];
        document.getByteBuffer().get(bytes);
        return bytes;
    }

    private static Optional<Commit> carefully(byte[] bytes) {
        try {
            return Optional.of(CommitCheck.read(new RawBsonDocument(bytes).decode(new BsonDocumentCodec())));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** What it reads is what the careful look reads, whatever it is given. */
    private Optional<Scanned> scanned(byte[] bytes) {
        Optional<Scanned> scanned = scan.scan(bytes, 0, bytes.length);
        Optional<Commit> read = scan.read(bytes, 0, bytes.length);
        assertThat(read.isPresent()).isEqualTo(scanned.isPresent());
        read.ifPresent(commit -> assertThat(commit).isEqualTo(carefully(bytes).orElseThrow()));
        return scanned;
    }

    private static void assertSame(Scanned scanned, Commit commit) {
        assertThat(scanned.firstPosition()).isEqualTo(commit.firstPosition());
        assertThat(scanned.recordedAt()).isEqualTo(commit.recordedAt());
        assertThat(scanned.command().toString()).isEqualTo(CommitDocument.commandKey(commit));
        assertThat(scanned.events()).hasSize(commit.size());
        for (int i = 0; i < commit.size(); i++) {
            ScannedEvent seen = scanned.events().get(i);
            LedgerEvent event = commit.events().get(i);
            assertThat(seen.id().toString()).isEqualTo(event.eventId());
            assertThat(seen.stream()).isEqualTo(event.stream());
            assertThat(seen.sequence()).isEqualTo(event.sequence());
            assertThat(seen.entry()).isEqualTo(event.logEntry().bytes());
            assertThat(seen.leaf().hex()).isEqualTo(event.leafHash());
        }
    }

    private static byte[] twoEvents() {
        return stored(
                event("s", 0, Map.of("actor", "officer", "lines", List.of(List.of(1, 4), List.of()), "signed", true)),
                event("t", 1, Map.of("note", "a \"word\"\n", "empty", Map.of(), "less", -7, "หมวด", "ก")));
    }

    @Test
    void sees_in_a_usual_commit_what_the_careful_look_reads() {
        byte[] bytes = stored(
                event("s", 0, Map.of("actor", "officer", "lines", List.of(List.of(1, 4), List.of()), "signed", true)),
                event("t", 1, Map.of("note", "a \"word\"\n", "empty", Map.of(), "less", -7, "zero", 0)));
        assertSame(scanned(bytes).orElseThrow(), carefully(bytes).orElseThrow());
    }

    @Test
    void finds_the_document_anywhere_in_its_bytes() {
        byte[] bytes = stored(event("s", 0, Map.of()));
        byte[] within = new byte[bytes.length + 20];
        Arrays.fill(within, (byte) 2);
        System.arraycopy(bytes, 0, within, 9, bytes.length);
        assertSame(
                scan.scan(within, 9, bytes.length).orElseThrow(),
                carefully(bytes).orElseThrow());
        assertThat(scan.scan(within, 9, bytes.length + 1)).isEmpty();
        assertThat(scan.scan(within, 9, bytes.length - 1)).isEmpty();
    }

    @Test
    void leaves_what_is_rare_to_the_careful_look() {
        byte[] rare = twoEvents(); // a name in Thai
        assertThat(scanned(rare)).isEmpty();
        assertThat(carefully(rare)).isPresent();
    }

    @Test
    void says_yes_to_no_document_with_another_bit() {
        byte[] genuine = stored(event("s", 0, Map.of("lines", List.of(1))), event("s", 1, Map.of()));
        for (int bit = 0; bit < genuine.length * 8; bit++) {
            byte[] flipped = genuine.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(scanned(flipped)).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void says_yes_to_no_garbage() {
        Random random = new Random(7);
        byte[] genuine = stored(event("s", 0, Map.of("lines", List.of(1))));
        for (int round = 0; round < 20_000; round++) {
            byte[] other = genuine.clone();
            int from = random.nextInt(other.length);
            int length = Math.min(1 + random.nextInt(12), other.length - from);
            byte[] noise = new byte[length];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, other, from, length);
            scanned(other).ifPresent(seen -> assertSame(seen, carefully(other).orElseThrow()));
            byte[] shorter = Arrays.copyOf(genuine, from);
            assertThat(scan.scan(shorter, 0, from)).isEmpty();
        }
    }

    /** Whoever forges computes all hashes anew; what no ledger would have written is still not accepted. */
    @Test
    void says_yes_to_no_forgery_that_the_careful_look_refuses() {
        List<String> values = List.of(
                "{}",
                "{\"a\":1}",
                "{\"a\":01}",
                "{\"a\":-0}",
                "{\"a\":1.0}",
                "{\"a\":1e2}",
                "{\"a\":null}",
                "{\"a\": 1}",
                "{\"b\":1,\"a\":2}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,}",
                "{\"a\":[1,]}",
                "{\"a\":\"\\u0041\"}",
                "{\"a\":\"\\/\"}",
                "{\"a\":\"\\u0001\"}",
                "{\"a\":\"\u0001\"}",
                "{\"a\":\"\u007f\"}",
                "{\"\":\"\"}",
                "{\"a\":123456789012345}",
                "{\"a\":1234567890123456}",
                "{\"a\":12345678901234567890}",
                "{\"a\":true}",
                "{\"a\":tru}",
                "{\"a\":{\"b\":[true,false,{}]}}",
                "[]",
                "1",
                "\"a\"",
                "{\"a\":1}}",
                "{\"a\":1",
                "{} ",
                "{\"a\\n\":1}",
                "{\"ก\":1,\"a\":1}",
                "{\"a\":\"ก\"}",
                "{\"a\":" + "[".repeat(70) + "]".repeat(70) + "}",
                "{\"a\":" + "[".repeat(20) + "]".repeat(20) + "}",
                "{\"a\":-}",
                "{\"a\":+1}",
                "{\"a\":\"x}",
                "");
        List<String> accepted = new ArrayList<>();
        for (String value : values) {
            byte[] forged = forged(value);
            scanned(forged).ifPresent(seen -> {
                accepted.add(value);
                assertSame(seen, carefully(forged).orElseThrow());
            });
        }
        assertThat(accepted)
                .contains("{}", "{\"a\":1}", "{\"a\":\"ก\"}", "{\"\":\"\"}", "{\"a\":{\"b\":[true,false,{}]}}")
                .doesNotContain("{\"a\":01}", "{\"b\":1,\"a\":2}", "{\"a\":1,\"a\":1}", "{\"a\":-0}", "{\"a\":1.0}");
    }

    private static byte[] forged(String values) {
        BsonDocument commit = new RawBsonDocument(stored(event("s", 0, Map.of()))).decode(new BsonDocumentCodec());
        BsonDocument event = commit.getArray("events").get(0).asDocument();
        String metadata = event.getString("metadata").getValue().replaceFirst("\"values\":\\{}", "\"values\":@");
        String forged = metadata.replace("@", values);
        String hash = SaltedHash.of(event.getString("metadataSalt").getValue(), forged);
        event.put("metadata", new BsonString(forged));
        event.put("metadataHash", new BsonString(hash));
        event.put(
                "leafHash",
                new BsonString(new LogEntry(
                                0,
                                "s",
                                0,
                                "progress-reported",
                                "1",
                                NOW,
                                event.getString("payloadHash").getValue(),
                                hash)
                        .leafHash()));
        return bytes(new RawBsonDocument(commit, new BsonDocumentCodec()));
    }

    @Test
    void leaves_positions_beyond_what_json_can_tell_to_the_careful_look() {
        BsonDocument commit = new RawBsonDocument(stored(event("s", 0, Map.of()))).decode(new BsonDocumentCodec());
        for (long position : new long[] {-1, Long.MAX_VALUE, 1L << 53}) {
            commit.put("_id", new BsonInt64(position));
            assertThat(scanned(bytes(new RawBsonDocument(commit, new BsonDocumentCodec()))))
                    .isEmpty();
        }
    }

    @Test
    void text_is_valid_where_java_reads_it_without_replacing_anything() {
        Random random = new Random(11);
        String thai = "งาน ü\uD83D\uDE00 plain text งานคืบหน้า";
        for (int round = 0; round < 50_000; round++) {
            byte[] bytes = thai.getBytes(StandardCharsets.UTF_8);
            if (round > 0) {
                int at = random.nextInt(bytes.length);
                bytes[at] = (byte) random.nextInt(256);
                bytes[(at + 1) % bytes.length] = (byte) random.nextInt(256);
            }
            int from = random.nextInt(4);
            byte[] read = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8)
                    .getBytes(StandardCharsets.UTF_8);
            boolean valid = Arrays.equals(read, 0, read.length, bytes, from, bytes.length);
            assertThat(Utf8.isValid(bytes, from, bytes.length)).isEqualTo(valid);
        }
    }
}
