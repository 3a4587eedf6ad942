package org.progressledger.query.transparency;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.sealing.SealedHead;
import org.progressledger.ledger.sealing.SealedLog;
import org.springframework.stereotype.Component;

/** How far sealing is behind recording. Looked at once a second at most, however many ask. */
@Component
class SealingAge {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final SealedLog sealed;
    private final CommitLog log;
    private final InstantSource clock;
    private @Nullable Look last;

    SealingAge(SealedLog sealed, CommitLog log, InstantSource clock) {
        this.sealed = sealed;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What was seen.
     *
     * @param size events that are sealed
     * @param unsealed events that are not
     * @param oldest how long the first of them has been waiting; zero if none is
     * @param refused whether the sealer refuses to go on
     */
    record Look(Instant at, long size, long unsealed, Duration oldest, boolean refused) {}

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
        Optional<SealedHead> head = sealed.head();
        long size = head.map(SealedHead::size).orElse(0L);
        boolean refused = head.flatMap(SealedHead::refusal).isPresent();
        List<LedgerEvent> next = log.read(size, 1);
        if (next.isEmpty()) {
            return new Look(now, size, 0, Duration.ZERO, refused);
        }
        Duration waiting = Duration.between(next.getFirst().recordedAt(), now);
        long unsealed = log.lastPosition().orElse(size) + 1 - size;
        return new Look(now, size, unsealed, waiting.isNegative() ? Duration.ZERO : waiting, refused);
    }
}
