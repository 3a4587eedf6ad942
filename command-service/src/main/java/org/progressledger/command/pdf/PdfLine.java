package org.progressledger.command.pdf;

import java.util.List;

/**
 * A line of text of a PDF. A paragraph that only the column's width broke is one line with several boxes.
 *
 * @param page on which it begins, from 1
 * @param boxes where its words stand, in the order of the words; none for a blank line
 */
public record PdfLine(String text, int page, List<Box> boxes) {
    public PdfLine {
        boxes = List.copyOf(boxes);
    }

    /** A place on a page as one sees it: points from its left upper corner, rounded to tenths. */
    public record Box(int page, double x, double y, double width, double height) {
        static Box of(int page, double left, double top, double right, double bottom) {
            return new Box(page, tenths(left), tenths(top), tenths(right - left), tenths(bottom - top));
        }

        private static double tenths(double points) {
            return Math.round(points * 10) / 10.0;
        }
    }
}
