package org.progressledger.command.imports;

import java.time.Duration;
import org.progressledger.command.pdf.PdfLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of printouts that come as PDF; what was read of them is then under those of imports.
 *
 * @param bytes largest PDF; default 4 MiB
 * @param pages most pages; default 300
 * @param glyphs most glyphs on all pages together; default 500,000
 * @param operations most drawing operations; default 2,000,000
 * @param unpackedBytes most bytes that its packed streams may become; default 16 MiB
 * @param time most time for reading one; default 20 s
 * @param atOnce most PDFs that are read at the same time, for a parser may need many times the bytes; default 2
 */
@ConfigurationProperties("progress-ledger.pdf")
public record PdfSettings(
        @DefaultValue("4194304") int bytes,
        @DefaultValue("300") int pages,
        @DefaultValue("500000") int glyphs,
        @DefaultValue("2000000") int operations,
        @DefaultValue("16777216") long unpackedBytes,
        @DefaultValue("20s") Duration time,
        @DefaultValue("2") int atOnce) {

    /** @throws IllegalArgumentException if a limit lets nothing through */
    public PdfSettings {
        if (atOnce < 1) {
            throw new IllegalArgumentException("A limit below 1 lets nothing through");
        }
        // checks itself, so that a wrong value stops the start
        new PdfLimits(bytes, pages, glyphs, operations, unpackedBytes, time);
    }

    PdfLimits limits() {
        return new PdfLimits(bytes, pages, glyphs, operations, unpackedBytes, time);
    }
}
