package org.progressledger.command.pdf;

/**
 * A glyph as one sees it on the page: points, from the left upper corner, y downwards to the baseline.
 *
 * @param order its place among the glyphs of the page that one sees, as they were drawn; a blank has that of the next one
 */
record Glyph(String text, double x, double y, double width, double size, int order) {
    double right() {
        return x + width;
    }

    boolean isBlank() {
        return text.isBlank();
    }

    /** Whether it is nothing but marks that stand above or below a letter. */
    boolean isMark() {
        return text.codePoints().allMatch(ThaiLetters::isMark);
    }
}
