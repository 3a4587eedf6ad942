package org.progressledger.query.readings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;

/**
 * Who looked at which project.
 *
 * @param refused whether a day was typed that is none
 * @param older where the lines before these are; null where there are none
 */
record ReadingsPage(
        Frame frame,
        Asked asked,
        List<Line> lines,
        @Nullable String older,
        boolean refused) {

    /** What was asked for, as it was typed. */
    record Asked(String account, String project, String from, String to) {}

    /**
     * A reading.
     *
     * @param words what was read; its path where no words are known for it
     * @param what the path, without what was asked behind it
     * @param byProgram whether it was read through the API
     */
    record Line(
            Moment at,
            String account,
            String role,
            @Nullable String agency,
            @Nullable String project,
            String words,
            String what,
            boolean byProgram,
            @Nullable String question) {}
}
