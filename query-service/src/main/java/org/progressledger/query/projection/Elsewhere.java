package org.progressledger.query.projection;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How far each segment has come, as read from the database for those that others follow. One answer asks several times, and
 * to read it each time is more work than many an answer.
 */
final class Elsewhere {
    private final Supplier<Map<Integer, Long>> positions;
    private final LongSupplier nanos;
    private final AtomicReference<@Nullable Read> last = new AtomicReference<>();

    /**
     * @param followed what this instance followed then
     * @param began when reading began
     */
    private record Read(Map<Integer, Long> positions, Set<Integer> followed, long began) {
        boolean beganAfter(long moment) {
            return began - moment > 0;
        }
    }

    Elsewhere(Supplier<Map<Integer, Long>> positions, LongSupplier nanos) {
        this.positions = positions;
        this.nanos = nanos;
    }

    /**
     * The positions by segment. Who finds none that are young enough reads them himself: where the database is away nobody
     * waits for another's patience.
     *
     * @param age how old they may be; zero for what is read now
     * @param followed what this instance follows now: what was read before it let go of a segment may be behind what it has
     *     said of that since
     */
    Map<Integer, Long> positions(Duration age, Set<Integer> followed) {
        long asked = nanos.getAsLong();
        Read read = last.get();
        if (read != null && read.followed().equals(followed) && read.beganAfter(asked - age.toNanos())) {
            return read.positions();
        }
        Read now = new Read(Map.copyOf(positions.get()), Set.copyOf(followed), asked);
        last.accumulateAndGet(now, (before, later) -> before != null && before.beganAfter(asked) ? before : later);
        return now.positions();
    }
}
