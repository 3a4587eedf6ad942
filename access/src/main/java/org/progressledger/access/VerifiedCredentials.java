package org.progressledger.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Remembers which name and password pairs were right, for HTTP Basic sends them with every request and hashing takes
 * long on purpose. The pairs themselves are not kept, only their keyed hash.
 */
final class VerifiedCredentials {

    private record Verified(Account account, long lookedAt) {}

    private final Map<String, Verified> byPair;
    private final long trustedNanos;
    private final LongSupplier nanoTime;

    VerifiedCredentials(Duration trusted, int atMost, LongSupplier nanoTime) {
        this.trustedNanos = trusted.toNanos();
        this.nanoTime = nanoTime;
        this.byPair = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
                return size() > atMost;
            }
        };
    }

    /**
     * The account of a pair that was right before. After the time of trust the account is looked up again: with the
     * same password hash and still enabled, the pair is right without hashing.
     */
    Optional<Account> find(String pair, Function<String, Optional<Account>> lookUp) {
        Verified verified;
        synchronized (byPair) {
            verified = byPair.get(pair);
        }
        if (verified == null) {
            return Optional.empty();
        }
        if (nanoTime.getAsLong() - verified.lookedAt < trustedNanos) {
            return Optional.of(verified.account);
        }
        Optional<Account> still = lookUp.apply(verified.account.username())
                .filter(Account::enabled)
                .filter(account -> account.passwordHash().equals(verified.account.passwordHash()));
        if (still.isPresent()) {
            remember(pair, still.get());
        } else {
            synchronized (byPair) {
                byPair.remove(pair);
            }
        }
        return still;
    }

    void remember(String pair, Account account) {
        synchronized (byPair) {
            byPair.put(pair, new Verified(account, nanoTime.getAsLong()));
        }
    }

    void forget(String username) {
        synchronized (byPair) {
            byPair.values().removeIf(verified -> verified.account.username().equals(username));
        }
    }
}
