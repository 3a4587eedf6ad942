package org.progressledger.command.printedform;

/** A range of the paper's text. */
record Span(int start, int end) {
    boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    boolean overlaps(int from, int to) {
        return start < to && from < end;
    }
}
