package org.progressledger.query.operations;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.query.projection.Following;
import org.springframework.stereotype.Component;

/** How far answers are behind the ledger. Looked at once a second at most, however many ask. */
@Component
class ProjectionLag {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Following following;
    private final CommitLog log;
    private final InstantSource clock;
    private @Nullable Look last;

    ProjectionLag(Following following, CommitLog log, InstantSource clock) {
        this.following = following;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What was seen.
     *
     * @param position up to which everything is reflected; -1 before the first
     * @param events that are not reflected
     * @param oldest how long ago the first of them was recorded; zero if there is none
     */
    record Look(Instant at, long position, long events, Duration oldest) {}

    synchronized Look look() {
        Instant now = clock.instant();
        Look known = last;
        if (known == null || Duration.between(known.at(), now).abs().compareTo(FRESH) >= 0) {
            known = fresh(now);
            last = known;
        }
        return known;
    }

    private Look fresh(Instant now) {
        long position = following.position();
        List<LedgerEvent> next = log.read(position + 1, 1);
        if (next.isEmpty()) {
            return new Look(now, position, 0, Duration.ZERO);
        }
        Duration waiting = Duration.between(next.getFirst().recordedAt(), now);
        long events = Math.max(1, log.lastPosition().orElse(position) - position);
        return new Look(now, position, events, waiting.isNegative() ? Duration.ZERO : waiting);
    }
}
