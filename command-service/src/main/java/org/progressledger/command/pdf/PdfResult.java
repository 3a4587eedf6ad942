package org.progressledger.command.pdf;

import java.util.List;
import java.util.Map;

/** What came of reading a PDF. */
public sealed interface PdfResult {

    /**
     * @param lines in the order in which one reads them
     * @param remarks what a person should know of the reading
     */
    record Lines(List<PdfLine> lines, List<Remark> remarks) implements PdfResult {
        public Lines {
            lines = List.copyOf(lines);
            remarks = List.copyOf(remarks);
        }

        /** The text, line by line. */
        public List<String> texts() {
            return lines.stream().map(PdfLine::text).toList();
        }
    }

    /** @param data the values of the reason's sentence */
    record Refused(PdfReason reason, Map<String, Object> data) implements PdfResult {
        public Refused {
            data = Map.copyOf(data);
        }
    }

    /**
     * Something about a page that the lines do not show.
     *
     * @param line from 1, the line near which it is
     */
    record Remark(Kind kind, int line, Map<String, Object> data) {
        public Remark {
            data = Map.copyOf(data);
        }
    }

    /** What a remark is about. */
    enum Kind {
        /** Slanted or outside the page: {@code page}, {@code glyphs}. */
        TEXT_LEFT_OUT,
        /** Text that nobody sees on the page, as behind a scan; it was read: {@code page}, {@code glyphs}. */
        TEXT_HIDDEN,
        /** Glyphs of which the font does not say which letters they are: {@code page}, {@code glyphs}. */
        LETTERS_UNKNOWN,
        /** A header or footer, left out of the lines: {@code text}, {@code pages}. */
        PAGE_LINE_LEFT_OUT,
        /** A page without text amid others: {@code page}. */
        PAGE_WITHOUT_TEXT
    }
}
