package org.progressledger.command.batches;

import java.time.Duration;
import org.progressledger.command.archive.ArchiveLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of batches of printouts.
 *
 * @param files most files of one batch, directories and system files included; default 200
 * @param fileBytes largest file in an archive, unpacked; default 4 MiB
 * @param totalBytes most bytes of one batch, unpacked; default 32 MiB
 * @param ratio most bytes that one packed byte may become; default 200
 * @param unpackingAtOnce requests whose files are in memory at the same time; default 2
 * @param threads readers of each service; default 1
 * @param waitingFiles most files that wait to be read, of all accounts; default 1,000
 * @param batchesPerPerson most batches of one account that are kept; default 100
 * @param tries how often a file is begun whose reading broke off; default 3
 * @param lease how long a service that says nothing may hold a batch; default 2 min
 * @param lookAgain how often it is looked for batches that others left; default 15 s
 * @param keep how long a batch is kept; default 7 days, as a draft
 * @param retryAfter what a caller is told to wait where all is full; default 10 s
 */
@ConfigurationProperties("progress-ledger.import-batches")
public record BatchSettings(
        @DefaultValue("200") int files,
        @DefaultValue("4194304") int fileBytes,
        @DefaultValue("33554432") long totalBytes,
        @DefaultValue("200") int ratio,
        @DefaultValue("2") int unpackingAtOnce,
        @DefaultValue("1") int threads,
        @DefaultValue("1000") int waitingFiles,
        @DefaultValue("100") int batchesPerPerson,
        @DefaultValue("3") int tries,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("15s") Duration lookAgain,
        @DefaultValue("7d") Duration keep,
        @DefaultValue("10s") Duration retryAfter) {

    /** @throws IllegalArgumentException if a limit lets nothing through */
    public BatchSettings {
        if (Math.min(Math.min(unpackingAtOnce, threads), Math.min(waitingFiles, Math.min(batchesPerPerson, tries)))
                < 1) {
            throw new IllegalArgumentException("A limit below 1 lets nothing through");
        }
        for (Duration time : new Duration[] {lease, lookAgain, keep, retryAfter}) {
            if (time.isZero() || time.isNegative()) {
                throw new IllegalArgumentException("A time of batches must be longer than nothing: " + time);
            }
        }
        new ArchiveLimits(files, fileBytes, totalBytes, ratio);
    }

    ArchiveLimits archiveLimits() {
        return new ArchiveLimits(files, fileBytes, totalBytes, ratio);
    }
}
