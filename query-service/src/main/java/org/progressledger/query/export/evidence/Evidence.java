package org.progressledger.query.export.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.query.export.SealedLedger.Seal;
import org.progressledger.query.projection.Folding;

/**
 * What is recorded of a project up to the ledger's end as it was looked at, and what it adds up to.
 *
 * @param events all of the project, by sequence, none after the tail
 * @param folding of exactly these events, with the hits of audit flags; persons as the asker may see them
 * @param foldedFor the day for which they are folded
 * @param tail the ledger's last event when the reading began
 * @param readAt when the reading began
 * @param madeBy the account
 * @param seal the ledger's checkpoint, where it is sealed
 */
record Evidence(
        List<LedgerEvent> events,
        Folding folding,
        LocalDate foldedFor,
        LedgerEvent tail,
        Instant readAt,
        String madeBy,
        Optional<Seal> seal) {

    String project() {
        return folding.project().projectCode();
    }

    LedgerEvent first() {
        return events.getFirst();
    }

    LedgerEvent last() {
        return events.getLast();
    }

    /** Whether the checkpoint covers an event. */
    boolean isSealed(LedgerEvent event) {
        return seal.isPresent() && event.position() < seal.get().size();
    }
}
