/**
 * Anchors the log outside of whoever runs it: witnesses cosign its checkpoints (c2sp.org/tlog-witness, tlog-cosignature), and an
 * authority stamps some of them with the time (RFC 3161). Sealing never waits for either.
 */
@NullMarked
package org.progressledger.ledger.anchoring;

import org.jspecify.annotations.NullMarked;
