package org.progressledger.command.printedform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that can be read in more than one way. A person says which counts; until then nothing of the form is recorded.
 *
 * @param id the same for the same bytes, unique in one form
 * @param field whose value it is
 * @param reportNo of the report, null in the form's head
 * @param line where the first of them stands, from 1
 * @param options at least two
 * @param taken id of the option by which the form beside it was read
 */
public record Reading(
        String id, String field, @Nullable Integer reportNo, int line, List<Option> options, String taken) {
    public Reading {
        options = List.copyOf(options);
        if (options.size() < 2) {
            throw new IllegalArgumentException("What can be read in one way only is no reading: " + id);
        }
    }

    /**
     * One way to read it.
     *
     * @param id unique within its reading
     * @param text the value, as printed or as it would be understood
     * @param line where it stands
     */
    public record Option(String id, String text, int line) {}
}
