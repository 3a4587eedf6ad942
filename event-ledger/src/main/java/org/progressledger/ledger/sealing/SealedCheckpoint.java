package org.progressledger.ledger.sealing;

import java.time.Instant;
import org.progressledger.ledger.tree.Checkpoint;

/**
 * A checkpoint as it was kept.
 *
 * @param checkpoint what it says
 * @param note the signed note
 * @param sealedAt by the clock of whoever signed it, in milliseconds; not signed itself
 */
public record SealedCheckpoint(Checkpoint checkpoint, String note, Instant sealedAt) {}
