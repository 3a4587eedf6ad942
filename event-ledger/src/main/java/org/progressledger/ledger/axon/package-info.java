/** Axon's storage engine on the ledger. */
@NullMarked
package org.progressledger.ledger.axon;

import org.jspecify.annotations.NullMarked;
