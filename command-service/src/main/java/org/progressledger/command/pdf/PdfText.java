package org.progressledger.command.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.util.Version;
import org.progressledger.command.pdf.PdfResult.Kind;
import org.progressledger.command.pdf.PdfResult.Lines;
import org.progressledger.command.pdf.PdfResult.Remark;

/** From the bytes of a PDF to its lines. The same bytes give the same lines, as long as {@link #VERSION} is the same. */
public final class PdfText {
    /** Of this reading, of the library under it included: another one may read other lines. */
    public static final String VERSION = "1, pdfbox " + Version.getVersion();

    private static final byte[] SIGNATURE = {'%', 'P', 'D', 'F', '-'};
    /** Viewers look for the signature as far as this. */
    private static final int SIGNATURE_WITHIN = 1024;

    /** One letter in so many may be unknown. */
    private static final int KNOWN_PER_UNKNOWN = 50;

    static {
        FontMappers.set(new OneFont());
    }

    private PdfText() {}

    /** Whether the bytes begin like a PDF. */
    public static boolean isPdf(byte[] bytes) {
        int last = Math.min(bytes.length, SIGNATURE_WITHIN) - SIGNATURE.length;
        for (int at = 0; at <= last; at++) {
            int same = 0;
            while (same < SIGNATURE.length && bytes[at + same] == SIGNATURE[same]) {
                same++;
            }
            if (same == SIGNATURE.length) {
                return true;
            }
        }
        return false;
    }

    /** Whatever the bytes are, the answer is a value. */
    public static PdfResult read(byte[] bytes, PdfLimits limits) {
        return read(bytes, limits, System::nanoTime);
    }

    static PdfResult read(byte[] bytes, PdfLimits limits, LongSupplier nanos) {
        try {
            if (bytes.length > limits.bytes()) {
                throw new PdfRefusal(PdfReason.PDF_TOO_LARGE, Map.of("bytes", bytes.length, "limit", limits.bytes()));
            }
            if (!isPdf(bytes)) {
                throw new PdfRefusal(PdfReason.PDF_DAMAGED, Map.of());
            }
            return lines(PackedStreams.checked(bytes, limits.unpackedBytes()), limits, nanos);
        } catch (PdfRefusal refused) {
            return refused.answer();
        } catch (InvalidPasswordException encrypted) {
            return new PdfResult.Refused(PdfReason.PDF_ENCRYPTED, Map.of());
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            // a parser of other people's files meets everything: nothing is kept, and nothing is half read
            return new PdfResult.Refused(PdfReason.PDF_DAMAGED, Map.of());
        }
    }

    private static PdfResult lines(byte[] bytes, PdfLimits limits, LongSupplier nanos) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.isEncrypted()) {
                throw new PdfRefusal(PdfReason.PDF_ENCRYPTED, Map.of());
            }
            int pages = document.getNumberOfPages();
            if (pages > limits.pages()) {
                throw new PdfRefusal(PdfReason.PDF_TOO_MANY_PAGES, Map.of("pages", pages, "limit", limits.pages()));
            }
            GlyphReader reader = new GlyphReader(limits, nanos);
            List<GlyphReader.OnPage> read = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                read.add(reader.read(page));
            }
            checkLetters(reader, read, pages);
            return laidOut(read);
        }
    }

    private static void checkLetters(GlyphReader reader, List<GlyphReader.OnPage> pages, int count) {
        long letters = pages.stream()
                .flatMap(page -> page.glyphs().stream())
                .filter(glyph -> !glyph.isBlank())
                .count();
        if (reader.unknown() * (long) KNOWN_PER_UNKNOWN > letters) {
            throw new PdfRefusal(
                    PdfReason.PDF_LETTERS_UNKNOWN, Map.of("glyphs", reader.unknown(), "all", reader.shown()));
        }
        if (letters == 0) {
            throw new PdfRefusal(PdfReason.PDF_WITHOUT_TEXT, Map.of("pages", count));
        }
    }

    private static Lines laidOut(List<GlyphReader.OnPage> read) {
        List<List<List<Segment>>> pages = new ArrayList<>();
        read.forEach(page -> pages.add(new ArrayList<>(Segment.lines(page.glyphs()))));
        List<PageLines.LeftOut> leftOut = PageLines.leaveOut(pages);
        List<PdfLine> lines = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            int page = i + 1;
            List<PdfLine> onPage = PageLayout.lines(page, pages.get(i));
            int first = lines.size() + 1;
            add(onPage, page, lines);
            remark(remarks, read.get(i), page, Math.min(first, Math.max(1, lines.size())));
        }
        leftOut.forEach(line -> remarks.add(
                new Remark(Kind.PAGE_LINE_LEFT_OUT, 1, Map.of("text", line.text(), "pages", line.pages()))));
        return new Lines(lines, remarks);
    }

    /** Pages are parted by a blank line, unless a value was parted from what it is the value of. */
    private static void add(List<PdfLine> onPage, int page, List<PdfLine> lines) {
        if (lines.isEmpty() || onPage.isEmpty()) {
            lines.addAll(onPage);
            return;
        }
        PdfLine last = lines.getLast();
        PdfLine next = onPage.getFirst();
        if (!PageLayout.goesOnBehindPage(last.text(), next.text())) {
            lines.add(new PdfLine("", page, List.of()));
            lines.addAll(onPage);
            return;
        }
        List<PdfLine.Box> boxes = new ArrayList<>(last.boxes());
        boxes.addAll(next.boxes());
        lines.set(lines.size() - 1, new PdfLine(last.text() + " " + next.text(), last.page(), boxes));
        lines.addAll(onPage.subList(1, onPage.size()));
    }

    private static void remark(List<Remark> remarks, GlyphReader.OnPage page, int number, int line) {
        if (page.glyphs().isEmpty()) {
            remarks.add(new Remark(Kind.PAGE_WITHOUT_TEXT, line, Map.of("page", number)));
        }
        if (page.leftOut() > 0) {
            remarks.add(new Remark(Kind.TEXT_LEFT_OUT, line, Map.of("page", number, "glyphs", page.leftOut())));
        }
        if (page.unknown() > 0) {
            remarks.add(new Remark(Kind.LETTERS_UNKNOWN, line, Map.of("page", number, "glyphs", page.unknown())));
        }
        if (page.hidden() > 0) {
            remarks.add(new Remark(Kind.TEXT_HIDDEN, line, Map.of("page", number, "glyphs", page.hidden())));
        }
    }
}
