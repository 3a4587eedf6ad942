package org.progressledger.ledger;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who appends for all, as this process sees it. {@link #look} is called again and again by one thread; what it saw is for any.
 *
 * <p>No clock is compared with another's: a holder whose signs of life did not change for as long as this process counted a
 * lease is taken to be gone. The lease is advice: a holder that was only slow goes on for a moment, loses a race for a position
 * and is told where the ledger ends.
 */
final class AppenderLease {

    private static final int BEATS = 4;

    /** Another process that appends for all, for as long as it bears that token. */
    record Holder(URI address, long token) {}

    /** What was seen, and when: it is believed for as long as a lease. */
    private record View(boolean ours, @Nullable Holder other, long at) {}

    private final LeaseStore store;
    private final String self;
    private final Supplier<Optional<URI>> address;
    private final Duration length;
    private final LongSupplier nanos;

    private long token;
    private LeaseStore.@Nullable Seen seen;
    private long seenAt;
    private volatile View view;

    /**
     * @param self how this process is told from all others, those before it on the same machine included
     * @param address where this process takes the appends of others; while it does not know, it leaves the lease to others
     */
    AppenderLease(LeaseStore store, String self, Supplier<Optional<URI>> address, Duration length, LongSupplier nanos) {
        this.store = store;
        this.self = self;
        this.address = address;
        this.length = length;
        this.nanos = nanos;
        this.view = nobody();
    }

    private View nobody() {
        return new View(false, null, nanos.getAsLong());
    }

    /** Whether this process appends for all. */
    boolean isOurs() {
        View now = view;
        return now.ours() && isFresh(now);
    }

    /** The other process that does. */
    Optional<Holder> other() {
        View now = view;
        return isFresh(now) ? Optional.ofNullable(now.other()) : Optional.empty();
    }

    private boolean isFresh(View one) {
        return nanos.getAsLong() - one.at() < length.toNanos();
    }

    /** Renews the lease, or takes it if it can be had, or sees who has it. */
    void look() {
        long now = nanos.getAsLong();
        if (token != 0 && isRenewed(now)) {
            return;
        }
        token = 0;
        Optional<LeaseStore.Seen> found = store.read();
        if (found.isPresent() && !found.get().holder().isEmpty() && !isSilent(found.get(), now)) {
            view = new View(false, holder(found.get()), now);
        } else {
            view = nobody();
            address.get().ifPresent(own -> take(found, own, now));
        }
    }

    private boolean isRenewed(long now) {
        if (isOurs() && now - view.at() < length.toNanos() / BEATS) {
            return true;
        }
        if (!store.beat(self, token)) {
            return false;
        }
        view = new View(true, null, now); // as of before the beat: others cannot have counted from earlier on
        return true;
    }

    private boolean isSilent(LeaseStore.Seen now, long at) {
        if (!now.equals(seen)) {
            seen = now;
            seenAt = at;
        }
        return at - seenAt >= length.toNanos();
    }

    private static @Nullable Holder holder(LeaseStore.Seen found) {
        try {
            return new Holder(URI.create(found.address()), found.token());
        } catch (IllegalArgumentException nowhere) {
            return null;
        }
    }

    private void take(Optional<LeaseStore.Seen> found, URI own, long now) {
        boolean taken = found.isPresent() ? store.take(found.get(), self, own) : store.create(self, own);
        if (taken) {
            token = found.map(LeaseStore.Seen::token).orElse(0L) + 1;
            view = new View(true, null, now);
        }
    }

    /** Gives the lease back, so that another process takes it at its next look; forgets who else had it. */
    void release() {
        view = nobody();
        seen = null;
        if (token != 0) {
            long was = token;
            token = 0;
            store.release(self, was);
        }
    }
}
