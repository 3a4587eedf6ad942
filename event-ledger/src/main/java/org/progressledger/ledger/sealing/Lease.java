package org.progressledger.ledger.sealing;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who seals. No clock is compared with another's: a holder whose signs of life did not change for as long as this process
 * counted a lease is taken to be gone. It may be alive and slow; what it writes then bears an old token and is refused.
 */
final class Lease {

    private static final int RENEWALS = 3;

    private final TreeStore store;
    private final String holder;
    private final Duration length;
    private final LongSupplier nanos;

    private long token;
    private long renewedAt;
    private @Nullable HeadState seen;
    private long seenAt;

    Lease(TreeStore store, String holder, Duration length, LongSupplier nanos) {
        this.store = store;
        this.holder = holder;
        this.length = length;
        this.nanos = nanos;
    }

    /** Takes or renews the lease if that can be; the head if it is ours. */
    Optional<HeadState> hold() {
        Optional<HeadState> found = store.head();
        if (found.isEmpty()) {
            store.create(holder);
            found = store.head();
        }
        HeadState head = found.orElseThrow();
        if (head.holder().equals(holder) && (token == 0 || head.token() == token)) {
            token = head.token();
            return renewed(head);
        }
        token = 0;
        return head.holder().isEmpty() || isSilent(head) ? taken(head) : Optional.empty();
    }

    private Optional<HeadState> renewed(HeadState head) {
        if (nanos.getAsLong() - renewedAt < length.toNanos() / RENEWALS) {
            return Optional.of(head);
        }
        if (!store.beat(holder, token)) {
            token = 0;
            return Optional.empty();
        }
        renewedAt = nanos.getAsLong();
        return Optional.of(head);
    }

    private boolean isSilent(HeadState head) {
        HeadState before = seen;
        if (before == null || before.token() != head.token() || before.beat() != head.beat()) {
            seen = head;
            seenAt = nanos.getAsLong();
            return false;
        }
        return nanos.getAsLong() - seenAt >= length.toNanos();
    }

    private Optional<HeadState> taken(HeadState head) {
        if (!store.handOver(head, holder)) {
            return Optional.empty();
        }
        token = head.token() + 1;
        renewedAt = nanos.getAsLong();
        seen = null;
        return store.head().filter(now -> now.token() == token);
    }

    String holder() {
        return holder;
    }

    /** The number that the store wants to see; 0 while the lease is somebody else's. */
    long token() {
        return token;
    }

    void published() {
        renewedAt = nanos.getAsLong();
    }

    void lost() {
        token = 0;
    }

    void release() {
        if (token != 0) {
            store.release(holder, token);
            token = 0;
        }
    }
}
