package org.progressledger.command.imports;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.pdf.PdfLine;
import org.progressledger.command.pdf.PdfResult;
import org.progressledger.command.pdf.PdfText;
import org.progressledger.command.printedform.PrintedFormReader;
import org.progressledger.command.printedform.ReadResult;
import org.progressledger.command.printedform.ReadResult.Read;
import org.progressledger.command.printedform.ReadResult.Unreadable;
import org.progressledger.command.printedform.Warning;
import org.progressledger.command.printedform.WarningCode;
import org.progressledger.events.Sha256;
import org.progressledger.problems.ProblemException;
import org.progressledger.projectledger.PrintoutStore;
import org.progressledger.projectledger.PrintoutText;
import org.springframework.stereotype.Component;

/** From the bytes of a printout to a form: text as it is, a PDF by the lines that its text layer makes. */
@Component
class PaperReading {
    private final PrintoutStore printouts;
    private final ImportSettings settings;
    private final PdfSettings pdfSettings;
    private final Semaphore pdfs;

    PaperReading(PrintoutStore printouts, ImportSettings settings, PdfSettings pdfSettings) {
        this.printouts = printouts;
        this.settings = settings;
        this.pdfSettings = pdfSettings;
        this.pdfs = new Semaphore(pdfSettings.atOnce());
    }

    /**
     * A form, and where its lines were found.
     *
     * @param text null where the bytes are text themselves
     * @param again reads it as chosen, without taking its lines out of the bytes once more
     */
    record Paper(Read read, @Nullable PrintoutText text, Again again) {}

    /** The same lines, read as a person chose where they can be read in more than one way. */
    private interface Again {
        Read as(Map<String, String> choices);
    }

    /**
     * @param asPdf whether the sender called it a PDF; what begins like one is one in any case
     * @throws ProblemException if nothing can be read
     */
    Paper read(byte[] bytes, @Nullable Charset declared, boolean asPdf) {
        if (!asPdf && !PdfText.isPdf(bytes)) {
            Again again =
                    choices -> readOrRefuse(PrintedFormReader.read(bytes, declared, settings.readLimits(), choices));
            return new Paper(again.as(Map.of()), null, again);
        }
        Sha256 sha256 = Sha256.ofBytes(bytes);
        // facts that are recorded name lines as another release found them then
        Optional<PrintoutText> kept =
                printouts.text(sha256.hex()).filter(text -> !text.extractor().equals(PdfText.VERSION));
        if (kept.isPresent()) {
            return paper(kept.get(), sha256, List.of());
        }
        return switch (oneOfFew(bytes)) {
            case PdfResult.Refused refused -> throw new ProblemException(refused.reason(), refused.data());
            case PdfResult.Lines lines -> {
                PrintoutText text = new PrintoutText(
                        PdfText.VERSION,
                        lines.lines().stream().map(PaperReading::line).toList());
                yield paper(text, sha256, lines.remarks());
            }
        };
    }

    /** The form, read as a person chose. */
    Read again(Paper paper, Map<String, String> choices) {
        return paper.again().as(choices);
    }

    private Paper paper(PrintoutText text, Sha256 sha256, List<PdfResult.Remark> remarks) {
        Again again = choices -> {
            Read read = readOrRefuse(PrintedFormReader.readText(text.text(), sha256, settings.readLimits(), choices));
            for (PdfResult.Remark remark : remarks) {
                read = read.with(new Warning(code(remark.kind()), remark.line(), remark.data()));
            }
            return read;
        };
        return new Paper(again.as(Map.of()), text, again);
    }

    private PdfResult oneOfFew(byte[] bytes) {
        boolean mayRead = false;
        try {
            mayRead = pdfs.tryAcquire(pdfSettings.time().toMillis(), TimeUnit.MILLISECONDS);
            if (!mayRead) {
                throw busy();
            }
            return PdfText.read(bytes, pdfSettings.limits());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            if (mayRead) {
                pdfs.release();
            }
        }
    }

    private ProblemException busy() {
        return new ProblemException(ImportReason.PDF_READERS_BUSY, Map.of("limit", pdfSettings.atOnce()))
                .withRetryAfter(pdfSettings.time());
    }

    private static PrintoutText.Line line(PdfLine line) {
        List<PrintoutText.Box> boxes = line.boxes().stream()
                .map(box -> new PrintoutText.Box(box.page(), box.x(), box.y(), box.width(), box.height()))
                .toList();
        return new PrintoutText.Line(line.text(), line.page(), boxes);
    }

    private static WarningCode code(PdfResult.Kind kind) {
        return switch (kind) {
            case TEXT_LEFT_OUT -> WarningCode.PDF_TEXT_LEFT_OUT;
            case TEXT_HIDDEN -> WarningCode.PDF_TEXT_HIDDEN;
            case LETTERS_UNKNOWN -> WarningCode.PDF_LETTERS_UNKNOWN_HERE;
            case PAGE_LINE_LEFT_OUT -> WarningCode.PDF_PAGE_LINE_LEFT_OUT;
            case PAGE_WITHOUT_TEXT -> WarningCode.PDF_PAGE_WITHOUT_TEXT;
        };
    }

    private static Read readOrRefuse(ReadResult result) {
        return switch (result) {
            case Read read -> read;
            case Unreadable unreadable -> {
                Map<String, Object> data = new LinkedHashMap<>(unreadable.data());
                if (unreadable.line() != null) {
                    data.put("line", unreadable.line());
                }
                throw new ProblemException(new UnreadableReason(unreadable.code()), data);
            }
        };
    }
}
