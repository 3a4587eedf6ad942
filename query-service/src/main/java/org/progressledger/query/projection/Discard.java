package org.progressledger.query.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.projection.Standstill.CauseView;

/**
 * Events of a project that an administrator gave up showing. Nothing is gone from the ledger.
 *
 * @param from position of the first
 * @param to position of the last
 * @param since when the first failed
 */
public record Discard(
        String project,
        long from,
        long to,
        int events,
        Instant since,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CauseView cause,
        Instant at,
        String by,
        String role,
        String reason) {

    /** What an administrator said. */
    public record Saying(String by, String role, String reason) {}

    Discard upTo(long position) {
        return new Discard(project, from, Math.max(to, position), events + 1, since, cause, at, by, role, reason);
    }
}
