package org.progressledger.access;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A clock of nanoseconds that stands until it is moved; it begins below zero, as the JVM's may. */
final class MutableTime implements LongSupplier {

    private long nanos = Long.MIN_VALUE / 2;

    @Override
    public long getAsLong() {
        return nanos;
    }

    void pass(Duration time) {
        nanos += time.toNanos();
    }
}
