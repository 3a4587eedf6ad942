package org.progressledger.command.printedform;

/**
 * How much a printout may hold; what exceeds a limit is refused with its code, never cut.
 *
 * @param bytes of the file as it came; default 2 MiB
 * @param lines default 50,000
 * @param lineLength characters in one line; default 100,000
 * @param reports progress reports in one form; default 6,000
 * @param narrativeLength characters of one report's narrative as printed; default 50,000
 */
public record ReadLimits(int bytes, int lines, int lineLength, int reports, int narrativeLength) {
    public static final ReadLimits DEFAULTS = new ReadLimits(2 * 1024 * 1024, 50_000, 100_000, 6_000, 50_000);

    /** @throws IllegalArgumentException if a limit is below 1 */
    public ReadLimits {
        if (Math.min(Math.min(bytes, lines), Math.min(lineLength, Math.min(reports, narrativeLength))) < 1) {
            throw new IllegalArgumentException("A limit below 1 lets nothing through");
        }
    }
}
