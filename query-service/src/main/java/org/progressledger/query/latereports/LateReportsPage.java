package org.progressledger.query.latereports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Beyond;
import org.progressledger.query.frame.Choice;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.overview.WaitingRows;

/**
 * Late reports as they are read.
 *
 * @param reports how many months
 * @param projects of how many projects
 * @param agency whose; null for all that the asker sees
 */
record LateReportsPage(
        Frame frame,
        int year,
        String reports,
        String projects,
        @Nullable String agency,
        List<Choice> agencies,
        List<Choice> years,
        List<WaitingRows.Late> rows,
        long from,
        long to,
        @Nullable String previous,
        @Nullable String next,
        @Nullable Beyond beyond) {}
