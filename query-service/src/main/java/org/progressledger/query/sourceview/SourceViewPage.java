package org.progressledger.query.sourceview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.ProjectHead;
import org.progressledger.query.printouts.MarkedLine.Piece;

/**
 * A printout as it was read.
 *
 * @param redacted whether persons are made unreadable
 * @param withheld why there are no lines; null where there are
 * @param extractor what took the lines out of a PDF; null for text
 * @param read how many events were read from it
 */
record SourceViewPage(
        Frame frame,
        ProjectHead head,
        String sha256,
        boolean redacted,
        @Nullable String withheld,
        @Nullable String extractor,
        int read,
        List<Line> lines) {

    /**
     * A line.
     *
     * @param page of a PDF that begins with it; null for any other line
     */
    record Line(int number, @Nullable Integer page, List<Piece> pieces, List<Read> facts) {}

    /** An event that was read from a line. */
    record Read(long number, String position, String type) {}
}
