package org.progressledger.projectledger;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The lines that were taken out of a printout whose bytes are no text, as they were when facts were recorded from it. The
 * facts name these lines by number.
 *
 * @param extractor what took them out: another one may find other lines
 */
public record PrintoutText(String extractor, List<Line> lines) {
    public PrintoutText {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param page on which it begins, from 1
     * @param boxes where its words stand; none for a blank line
     */
    public record Line(String text, int page, List<Box> boxes) {
        public Line {
            boxes = List.copyOf(boxes);
        }
    }

    /** A place on a page as one sees it, in points from its left upper corner. */
    public record Box(int page, double x, double y, double width, double height) {}

    /** Line n at place n - 1, parted by line feeds. */
    public String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }
}
