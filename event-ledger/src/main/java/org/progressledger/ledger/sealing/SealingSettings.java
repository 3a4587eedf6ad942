package org.progressledger.ledger.sealing;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a ledger is sealed.
 *
 * @param origin which log: a URL without its scheme, by which its keys are called as well; never changed once a key is made
 * @param keyFile file of the signing key; beside it, with other endings, lie the verifier key ({@code .vkey}), the last signed
 *     checkpoint ({@code .checkpoint}) and what was found changed ({@code .changed})
 * @param interval between looks for something to seal; default 1 second
 * @param batch most events under one checkpoint; default 5,000
 * @param lease after which another process takes over from one that no longer seals; default 5 seconds
 * @param recheckEvery how often 256 events that were sealed before are read again and compared; zero for never; default 10 seconds
 */
public record SealingSettings(
        String origin, Path keyFile, Duration interval, int batch, Duration lease, Duration recheckEvery) {

    private static final int MOST_IN_A_BATCH = 100_000;

    public SealingSettings {
        if (!interval.isPositive() || lease.compareTo(interval) <= 0 || recheckEvery.isNegative()) {
            throw new IllegalArgumentException(
                    "The lease (%s) has to be longer than the interval (%s), both above 0".formatted(lease, interval));
        }
        if (batch < 1 || batch > MOST_IN_A_BATCH) {
            throw new IllegalArgumentException("A batch has 1 to 100,000 events, not " + batch);
        }
    }

    public static SealingSettings defaults(String origin, Path keyFile) {
        return new SealingSettings(
                origin, keyFile, Duration.ofSeconds(1), 5_000, Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    Path fileEnding(String ending) {
        String name = String.valueOf(keyFile.getFileName());
        String stem = name.endsWith(".key") ? name.substring(0, name.length() - ".key".length()) : name;
        return keyFile.resolveSibling(stem + ending);
    }
}
