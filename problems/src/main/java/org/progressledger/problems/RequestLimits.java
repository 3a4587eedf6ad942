package org.progressledger.problems;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much a request may bring, under {@code progress-ledger.limits}.
 *
 * @param requestBytes the largest body; 1 MiB unless set
 * @param requestBytesByPath other limits by path prefix, the longest prefix deciding; 4 MiB for {@code /api/v1/imports},
 *     {@code /api/v1/bulk-reports} and the pages under {@code /import}, 32 MiB for {@code /internal/appends} unless set (write {@code request-bytes-by-path[/api/v1/imports]=4MB})
 * @param jsonDepth how deep JSON may nest; 50 unless set
 * @param jsonStringChars the longest JSON string in UTF-16 units; 262,144 unless set
 */
@Validated
@ConfigurationProperties("progress-ledger.limits")
public record RequestLimits(
        @DefaultValue("1MB") DataSize requestBytes,
        @Nullable Map<String, DataSize> requestBytesByPath,
        @DefaultValue("50") @Min(1) @Max(1000) int jsonDepth,
        @DefaultValue("262144") @Min(1) @Max(10_000_000) int jsonStringChars) {

    private static final Map<String, DataSize> LARGER_BODIES = Map.of(
            "/api/v1/imports", DataSize.ofMegabytes(4),
            "/api/v1/bulk-reports", DataSize.ofMegabytes(4),
            "/import", DataSize.ofMegabytes(4),
            // a batch of commands, from another command service
            "/internal/appends", DataSize.ofMegabytes(32));

    public RequestLimits {
        requestBytesByPath = Map.copyOf(requestBytesByPath == null ? LARGER_BODIES : requestBytesByPath);
    }

    /** The largest body, in bytes, that this path takes. */
    public long bytesFor(String path) {
        Map<String, DataSize> byPath = requestBytesByPath == null ? LARGER_BODIES : requestBytesByPath;
        return byPath.keySet().stream()
                .filter(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"))
                .max(Comparator.comparingInt(String::length))
                .map(byPath::get)
                .orElse(requestBytes)
                .toBytes();
    }
}
