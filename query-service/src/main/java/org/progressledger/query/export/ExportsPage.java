package org.progressledger.query.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Beyond;
import org.progressledger.query.frame.Choice;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.Pager;

/**
 * Who took which file, for people.
 *
 * @param asked the filter as it was typed
 * @param readsProjects whether whoever reads may open a project's pages
 */
record ExportsPage(
        Frame frame,
        Asked asked,
        List<Choice> kinds,
        List<Choice> formats,
        boolean readsProjects,
        List<Row> rows,
        Pager pager,
        @Nullable Beyond beyond) {

    /** What is typed. */
    record Asked(String by, String project, String from, String to, boolean narrows) {}

    /**
     * One file.
     *
     * @param what the kind of file, in words
     * @param table of a CSV file
     * @param project null where it is about more than one
     * @param filter what was asked for of many
     * @param reason why it was broken off, in words
     * @param size in bytes; null while it is not known
     * @param events first and last position that the file tells of
     */
    record Row(
            String id,
            Moment begunAt,
            String by,
            String role,
            @Nullable String agency,
            String what,
            String format,
            @Nullable String table,
            @Nullable String project,
            @Nullable String filter,
            String style,
            String icon,
            String outcome,
            @Nullable String reason,
            @Nullable String rows,
            @Nullable String size,
            @Nullable String sha256,
            @Nullable String ledgerPosition,
            @Nullable String events,
            @Nullable String checkpoint) {}
}
