package org.progressledger.ledger.anchoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.progressledger.ledger.sealing.SealedCheckpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which checkpoints are stamped with the time, and how that goes. Asked by one thread; its state is read by any. */
final class Stamping {

    private static final Logger LOG = LoggerFactory.getLogger(Stamping.class);

    private final TimestampAuthority authority;
    private final TimestampClient client;
    private long looked; // size of the checkpoint that was seen last
    private int since; // how many were seen since the last that was stamped
    private volatile StampingState state = new StampingState(0, 0, "");

    Stamping(TimestampAuthority authority, TimestampClient client) {
        this.authority = authority;
        this.client = client;
        this.since = authority.every() - 1; // the first one is stamped
    }

    StampingState state() {
        return state;
    }

    /** Whether this checkpoint is to be stamped: one of so many that were seen, and again until it is. */
    boolean isDue(long size) {
        if (size != looked) {
            looked = size;
            since++;
        }
        return since >= authority.every();
    }

    void isThere(long size) {
        since = 0;
        state = new StampingState(size, state.failures(), "stamped %d events".formatted(size));
    }

    /** Never throws: what went wrong is in the state and in the log. */
    Optional<Timestamp> stamp(SealedCheckpoint sealed) {
        try {
            Timestamp timestamp = client.stamp(authority, sealed.note().getBytes(StandardCharsets.UTF_8));
            isThere(sealed.checkpoint().size());
            return Optional.of(timestamp);
        } catch (IOException | RuntimeException e) {
            String detail = String.valueOf(e.getMessage());
            if (!detail.equals(state.detail())) {
                LOG.warn("The checkpoint could not be stamped with the time: {}", detail);
            }
            state = new StampingState(state.size(), state.failures() + 1, detail);
            return Optional.empty();
        }
    }
}
