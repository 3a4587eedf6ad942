package org.progressledger.query.projection;

import java.time.LocalDate;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ProjectHistory;

/**
 * A project folded for a day, and when the calendar alone makes it another.
 *
 * @param folding with the hits of audit flags
 * @param nextChangeOn null if nothing is ahead
 * @param across what is kept of it for answers across projects, by name
 * @param flagEdition rules and thresholds by which flags were looked for
 */
record Folded(
        ProjectHistory history,
        Folding folding,
        LocalDate today,
        @Nullable LocalDate nextChangeOn,
        Map<String, Document> across,
        String flagEdition) {
    static final String POSITION = "position";
    static final String FOLDED_ON = "foldedOn";

    String code() {
        return folding.project().projectCode();
    }

    long position() {
        return folding.project().ledgerPosition();
    }

    /** Whether a document reflects more of the ledger, or as much of it on a later day. */
    boolean isOlderThan(Document kept) {
        long reflected = kept.getLong(POSITION);
        return reflected > position()
                || (reflected == position() && kept.getString(FOLDED_ON).compareTo(today.toString()) > 0);
    }
}
