package org.progressledger.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the log publishes of an event, and a leaf of its Merkle tree: fixed for ever and free of personal data.
 *
 * <p>Its bytes are RFC 8785 JSON of exactly these eight members. A revision that is not there is the empty string,
 * {@code recordedAt} is RFC 3339 in UTC with exactly three decimals, and {@code position} and {@code sequence} are
 * numbers. With the lengths that {@link NewEvent} allows an entry stays below 65,535 bytes.
 */
public record LogEntry(
        long position,
        String stream,
        long sequence,
        String type,
        @Nullable String revision,
        Instant recordedAt,
        String payloadHash,
        String metadataHash) {

    /** The canonical bytes, UTF-8. */
    public byte[] bytes() {
        return CanonicalJson.write(Map.of(
                        "metadataHash", metadataHash,
                        "payloadHash", payloadHash,
                        "position", position,
                        "recordedAt", Rfc3339.format(recordedAt),
                        "revision", revision == null ? "" : revision,
                        "sequence", sequence,
                        "stream", stream,
                        "type", type))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** RFC 6962: SHA-256 of a zero byte and the entry, in lower-case hex. */
    public String leafHash() {
        return Sha256.hex(new byte[] {0}, bytes());
    }
}
