package org.progressledger.query.importdrop;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an account has handed in, as the command service answers it. */
final class HandedIn {
    private HandedIn() {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Drafts(List<Draft> items, Limits limits) {}

    /** @param recorded whether facts were recorded from these very bytes */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Draft(
            String importId,
            @Nullable String fileName,
            @Nullable String projectCode,
            Instant madeAt,
            Instant waitsUntil,
            boolean recorded) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Limits(long textBytes, long pdfBytes, long requestBytes, int files, int keepDays) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Batches(List<Batch> items) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Batch(String batchId, Instant madeAt, String state, int total, int done, int read, int refused) {}
}
