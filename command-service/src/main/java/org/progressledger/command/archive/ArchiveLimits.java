package org.progressledger.command.archive;

/**
 * How much an archive may hold. What is counted is what comes out, not what the archive says.
 *
 * @param files most entries, directories and system files included
 * @param fileBytes largest file, unpacked; a larger one is left unread
 * @param totalBytes most bytes of all files together, unpacked
 * @param ratio most bytes that one packed byte may become; files up to 64 KiB may exceed it
 */
public record ArchiveLimits(int files, int fileBytes, long totalBytes, int ratio) {
    /** @throws IllegalArgumentException if a limit lets nothing through */
    public ArchiveLimits {
        if (Math.min(files, Math.min(fileBytes, ratio)) < 1 || totalBytes < 1) {
            throw new IllegalArgumentException("A limit below 1 lets nothing through");
        }
    }
}
