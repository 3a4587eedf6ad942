package org.progressledger.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Counts failed sign-ins in a sliding window, per username and address and per address alone, in bounded memory: what
 * has been quiet longest is forgotten first.
 */
final class FailedSignIns {

    /** The times of the last failures, as many as the limit, oldest overwritten first. */
    private static final class Failures {
        private long[] times = new long[4];
        private int count;

        void add(long now, int limit) {
            int kept = Math.min(count, times.length);
            if (kept == times.length && times.length < limit) {
                times = Arrays.copyOf(times, Math.min(limit, times.length * 2));
            }
            times[count++ % Math.min(times.length, limit)] = now;
            if (count >= 2 * limit) {
                count -= limit; // the same place in the ring
            }
        }

        /** Nanoseconds until fewer than the limit lie in the window; 0 when that is so now. */
        long wait(long now, long window, int limit) {
            if (count < limit) {
                return 0;
            }
            long oldest = times[count % limit];
            return Math.max(0, window - (now - oldest));
        }
    }

    private final Map<String, Failures> byKey;
    private final int perAccount;
    private final int perAddress;
    private final long windowNanos;
    private final LongSupplier nanoTime;

    FailedSignIns(AccessSettings settings, LongSupplier nanoTime) {
        this.perAccount = settings.failedPerAccount();
        this.perAddress = settings.failedPerAddress();
        this.windowNanos = settings.failedWindow().toNanos();
        this.nanoTime = nanoTime;
        int atMost = settings.failedAtMost();
        this.byKey = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                return size() > atMost;
            }
        };
    }

    /** How long this name at this address has to wait; empty when it may try. */
    Optional<Duration> wait(String username, String address) {
        long now = nanoTime.getAsLong();
        long wait;
        synchronized (byKey) {
            wait = Math.max(wait(account(username, address), now, perAccount), wait(network(address), now, perAddress));
        }
        return wait == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(wait));
    }

    private long wait(String key, long now, int limit) {
        Failures failures = byKey.get(key);
        return failures == null ? 0 : failures.wait(now, windowNanos, limit);
    }

    void add(String username, String address) {
        long now = nanoTime.getAsLong();
        synchronized (byKey) {
            byKey.computeIfAbsent(account(username, address), key -> new Failures())
                    .add(now, perAccount);
            byKey.computeIfAbsent(network(address), key -> new Failures()).add(now, perAddress);
        }
    }

    int remembered() {
        synchronized (byKey) {
            return byKey.size();
        }
    }

    private static String account(String username, String address) {
        return network(address) + ' ' + (username.length() <= 40 ? username : username.substring(0, 40));
    }

    /** The address; of an IPv6 address the network, for whoever has one has all of its 2^64 addresses. */
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address six
                    ? Arrays.toString(Arrays.copyOf(six.getAddress(), 8))
                    : parsed.getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
