package org.progressledger.query.projection;

import java.time.Duration;
import java.util.Map;
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
    private volatile @Nullable Read last;

    /** @param began when reading began */
    private record Read(Map<Integer, Long> positions, long began) {
        boolean isOf(long oldest) {
            return began - oldest >= 0;
        }
    }

    Elsewhere(Supplier<Map<Integer, Long>> positions, LongSupplier nanos) {
        this.positions = positions;
        this.nanos = nanos;
    }

    /**
     * The positions by segment, none older than this.
     *
     * @param age zero for what is read only after this was asked, by whomever
     */
    Map<Integer, Long> positions(Duration age) {
        long oldest = nanos.getAsLong() - age.toNanos();
        Read read = last;
        return read != null && read.isOf(oldest) ? read.positions() : read(oldest);
    }

    private synchronized Map<Integer, Long> read(long oldest) {
        Read before = last;
        if (before != null && before.isOf(oldest)) {
            return before.positions();
        }
        long began = nanos.getAsLong();
        Map<Integer, Long> found = Map.copyOf(positions.get());
        last = new Read(found, began);
        return found;
    }
}
