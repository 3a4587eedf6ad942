package org.progressledger.query.transparency;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.sealing.SealedHead;
import org.progressledger.ledger.sealing.SealedLog;
import org.progressledger.query.asking.Glance;
import org.springframework.stereotype.Component;

/** How far sealing is behind recording. */
@Component
class SealingAge {
    private final SealedLog sealed;
    private final CommitLog log;
    private final Glance<Look> glance;

    SealingAge(SealedLog sealed, CommitLog log, InstantSource clock) {
        this.sealed = sealed;
        this.log = log;
        this.glance = new Glance<>(clock, this::fresh);
    }

    /**
     * What was seen.
     *
     * @param size events that are sealed
     * @param unsealed events that are not
     * @param oldest how long the first of them has been waiting; zero if none is
     * @param refused whether the sealer refuses to go on
     */
    record Look(long size, long unsealed, Duration oldest, boolean refused) {}

    Look look() {
        return glance.look();
    }

    private Look fresh(Instant now) {
        Optional<SealedHead> head = sealed.head();
        long size = head.map(SealedHead::size).orElse(0L);
        boolean refused = head.flatMap(SealedHead::refusal).isPresent();
        List<LedgerEvent> next = log.read(size, 1);
        if (next.isEmpty()) {
            return new Look(size, 0, Duration.ZERO, refused);
        }
        Duration waiting = Glance.since(next.getFirst().recordedAt(), now);
        long unsealed = log.lastPosition().orElse(size) + 1 - size;
        return new Look(size, unsealed, waiting, refused);
    }
}
