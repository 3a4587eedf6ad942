package org.progressledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The log entry is fixed for ever: these bytes and hashes were computed by other means and may never change. */
class LogEntryTest {

    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);

    @Test
    void an_entry_is_these_bytes_and_this_leaf() {
        LogEntry entry = new LogEntry(
                7,
                "50470000-3298/\u0001\"é😀",
                3,
                "progress-reported",
                "1",
                Instant.parse("2026-11-23T08:15:30.120Z"),
                A,
                B);
        assertThat(new String(entry.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"metadataHash\":\"" + B + "\",\"payloadHash\":\"" + A
                        + "\",\"position\":7,\"recordedAt\":\"2026-11-23T08:15:30.120Z\",\"revision\":\"1\","
                        + "\"sequence\":3,\"stream\":\"50470000-3298/\\u0001\\\"é😀\",\"type\":\"progress-reported\"}");
        assertThat(entry.leafHash()).isEqualTo("39ad9c1cbe282178cc3d206243d03f8c5141d732d451a44afcd1073fb78d490a");
    }

    @Test
    void a_revision_that_is_not_there_is_the_empty_string() {
        LogEntry entry = new LogEntry(0, "s", 0, "t", null, Instant.parse("2026-01-01T00:00:00Z"), A, B);
        assertThat(new String(entry.bytes(), StandardCharsets.UTF_8))
                .contains("\"recordedAt\":\"2026-01-01T00:00:00.000Z\",\"revision\":\"\",");
        assertThat(entry.leafHash()).isEqualTo("8d2e10c85f5aa1c52ffd15bf1a81050e7a773ac7879584d69c843214e360aa00");
    }

    @Test
    void the_longest_entry_fits_into_a_tile() {
        String worst = "\u0001";
        LogEntry entry = new LogEntry(
                CanonicalJson.MAX_INTEGER,
                worst.repeat(NewEvent.MAX_STREAM_LENGTH),
                CanonicalJson.MAX_INTEGER,
                worst.repeat(NewEvent.MAX_NAME_LENGTH),
                worst.repeat(NewEvent.MAX_NAME_LENGTH),
                Instant.parse("9999-12-31T23:59:59.999Z"),
                A,
                B);
        assertThat(entry.bytes().length).isLessThan(65_535);
    }
}
