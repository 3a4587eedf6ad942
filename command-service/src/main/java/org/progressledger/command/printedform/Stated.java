package org.progressledger.command.printedform;

import java.util.List;
import org.progressledger.events.LineRange;

/**
 * A value, and where the paper states it.
 *
 * @param lines that hold it, ascending, at least one
 * @param asPrinted the words of those lines from which it was read, without the label
 */
public record Stated<T>(T value, List<LineRange> lines, String asPrinted) {
    public Stated {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("A value read from paper names its lines");
        }
    }
}
