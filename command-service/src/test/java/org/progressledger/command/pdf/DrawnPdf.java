package org.progressledger.command.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import java.util.function.Consumer;
import org.progressledger.command.pdf.PdfResult.Lines;
import org.progressledger.command.pdf.PdfResult.Refused;
import org.slf4j.LoggerFactory;

/** PDFs that a test draws, and what is read from them. */
final class DrawnPdf {
    static final PdfLimits LIMITS = PdfLimits.DEFAULTS;

    static {
        // what it says of each damaged font is of no interest here
        ((Logger) LoggerFactory.getLogger("org.apache")).setLevel(Level.OFF);
    }

    static byte[] drawn(Consumer<PaperPdf> drawing) {
        try (PaperPdf paper = new PaperPdf()) {
            paper.newPage();
            drawing.accept(paper);
            return paper.bytes();
        }
    }

    static Lines lines(byte[] pdf) {
        PdfResult result = PdfText.read(pdf, LIMITS);
        assertThat(result).isInstanceOf(Lines.class);
        return (Lines) result;
    }

    static List<String> texts(byte[] pdf) {
        return lines(pdf).texts();
    }

    static PdfReason refused(byte[] pdf, PdfLimits limits) {
        PdfResult result = PdfText.read(pdf, limits);
        assertThat(result).isInstanceOf(Refused.class);
        return ((Refused) result).reason();
    }

    private DrawnPdf() {}
}
