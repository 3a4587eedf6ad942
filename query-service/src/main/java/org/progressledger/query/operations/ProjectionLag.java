package org.progressledger.query.operations;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.query.asking.Glance;
import org.progressledger.query.projection.Following;
import org.springframework.stereotype.Component;

/** How far answers are behind the ledger. */
@Component
class ProjectionLag {
    private final Following following;
    private final CommitLog log;
    private final Glance<Look> glance;

    ProjectionLag(Following following, CommitLog log, InstantSource clock) {
        this.following = following;
        this.log = log;
        this.glance = new Glance<>(clock, this::fresh);
    }

    /**
     * What was seen.
     *
     * @param position up to which everything is reflected; -1 before the first
     * @param events that are not reflected
     * @param oldest how long ago the first of them was recorded; zero if there is none
     */
    record Look(long position, long events, Duration oldest) {}

    Look look() {
        return glance.look();
    }

    private Look fresh(Instant now) {
        long position = following.position();
        List<LedgerEvent> next = log.read(position + 1, 1);
        if (next.isEmpty()) {
            return new Look(position, 0, Duration.ZERO);
        }
        Duration waiting = Glance.since(next.getFirst().recordedAt(), now);
        long events = Math.max(1, log.lastPosition().orElse(position) - position);
        return new Look(position, events, waiting);
    }
}
