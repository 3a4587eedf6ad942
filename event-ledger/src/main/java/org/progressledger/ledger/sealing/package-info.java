/**
 * Seals the ledger: extends the Merkle tree over its log entries, keeps the tiles in MongoDB and signs checkpoints.
 * {@link org.progressledger.ledger.sealing.SealedLog} reads what was sealed, {@link org.progressledger.ledger.sealing.Sealer}
 * seals.
 */
@NullMarked
package org.progressledger.ledger.sealing;

import org.jspecify.annotations.NullMarked;
