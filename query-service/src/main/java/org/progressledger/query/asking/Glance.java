package org.progressledger.query.asking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was seen last, for health and metrics: looked at once a second at most, however many ask. */
public final class Glance<T> {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Function<Instant, T> looking;
    private @Nullable Instant at;
    private @Nullable T seen;

    /** @param looking what is done, at that instant */
    public Glance(InstantSource clock, Function<Instant, T> looking) {
        this.clock = clock;
        this.looking = looking;
    }

    /** What was seen at most a second ago; a clock that is set back makes it look again. */
    public synchronized T look() {
        Instant now = clock.instant();
        T known = seen;
        if (known == null || at == null || Duration.between(at, now).abs().compareTo(FRESH) >= 0) {
            known = looking.apply(now);
            seen = known;
            at = now;
        }
        return known;
    }

    /** How long ago something was; never negative, whatever a clock says. */
    public static Duration since(Instant then, Instant now) {
        return now.isBefore(then) ? Duration.ZERO : Duration.between(then, now);
    }
}
