package org.progressledger.store;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a store is opened.
 *
 * @param file where the data is kept; its folder is made when missing. Null: in memory, gone when closed
 * @param address the local address to listen on; the store asks nobody for a password, so leave it on loopback
 * @param port TCP port, 0 to 65535; 0: any free one
 * @param cacheMiB memory for pages of the file, 1 to 65536
 * @param fsync whether a write is on the disk, and not only with the operating system, before it is acknowledged
 * @param workers threads that serve connections, 1 to 1024; as many writes can wait for one common commit
 * @param compactEvery how often the file is looked at for space to win back, at least 100 ms; zero: never
 * @param compactFromMiB a smaller file is left alone
 * @param retention how long space no longer in use stays untouched before it is written over, up to a day
 */
public record StoreSettings(
        @Nullable Path file,
        String address,
        int port,
        int cacheMiB,
        boolean fsync,
        int workers,
        Duration compactEvery,
        int compactFromMiB,
        Duration retention) {

    public StoreSettings {
        within("port", port, 0, 65_535);
        within("cacheMiB", cacheMiB, 1, 65_536);
        within("workers", workers, 1, 1024);
        within("compactFromMiB", compactFromMiB, 0, Integer.MAX_VALUE);
        within("retention in ms", retention.toMillis(), 0, Duration.ofDays(1).toMillis());
        if (!compactEvery.isZero()) {
            within(
                    "compactEvery in ms",
                    compactEvery.toMillis(),
                    100,
                    Duration.ofDays(1).toMillis());
        }
        if (address.isBlank()) throw new IllegalArgumentException("Not an address to listen on: '" + address + "'");
    }

    /** In memory, on any free port of loopback. */
    public static StoreSettings inMemory() {
        return new StoreSettings(null, "127.0.0.1", 0, 64, true, 32, Duration.ofSeconds(10), 64, Duration.ofSeconds(5));
    }

    /** In this file, on any free port of loopback, every acknowledged write on the disk. */
    public static StoreSettings inFile(Path file) {
        return inMemory().withFile(file);
    }

    public StoreSettings withFile(Path file) {
        return new StoreSettings(
                file, address, port, cacheMiB, fsync, workers, compactEvery, compactFromMiB, retention);
    }

    public StoreSettings withAddress(String address) {
        return new StoreSettings(
                file, address, port, cacheMiB, fsync, workers, compactEvery, compactFromMiB, retention);
    }

    public StoreSettings withPort(int port) {
        return new StoreSettings(
                file, address, port, cacheMiB, fsync, workers, compactEvery, compactFromMiB, retention);
    }

    public StoreSettings withCacheMiB(int cacheMiB) {
        return new StoreSettings(
                file, address, port, cacheMiB, fsync, workers, compactEvery, compactFromMiB, retention);
    }

    public StoreSettings withFsync(boolean fsync) {
        return new StoreSettings(
                file, address, port, cacheMiB, fsync, workers, compactEvery, compactFromMiB, retention);
    }

    /** See {@link #compactEvery}, {@link #compactFromMiB} and {@link #retention}. */
    public StoreSettings withCompaction(Duration compactEvery, int compactFromMiB, Duration retention) {
        return new StoreSettings(
                file, address, port, cacheMiB, fsync, workers, compactEvery, compactFromMiB, retention);
    }

    private static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "Not a value for " + name + ": " + value + " (" + least + " to " + most + ")");
        }
    }
}
