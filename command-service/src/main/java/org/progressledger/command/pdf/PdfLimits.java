package org.progressledger.command.pdf;

import java.time.Duration;

/**
 * How much a PDF may hold and cost; what exceeds a limit is refused with its reason, never cut.
 *
 * @param bytes of the file
 * @param pages most pages
 * @param glyphs most glyphs shown, on all pages together
 * @param operations most drawing operations, nested ones included
 * @param unpackedBytes most bytes that its compressed streams may unpack to, all together
 * @param time most time for reading one file; checked at every operation
 */
public record PdfLimits(int bytes, int pages, int glyphs, int operations, long unpackedBytes, Duration time) {
    public static final PdfLimits DEFAULTS =
            new PdfLimits(4 * 1024 * 1024, 300, 500_000, 2_000_000, 16L * 1024 * 1024, Duration.ofSeconds(20));

    /** @throws IllegalArgumentException if a limit lets nothing through */
    public PdfLimits {
        if (Math.min(Math.min(bytes, pages), Math.min(glyphs, operations)) < 1
                || unpackedBytes < 1
                || time.isZero()
                || time.isNegative()) {
            throw new IllegalArgumentException("A limit below 1 lets nothing through");
        }
    }
}
