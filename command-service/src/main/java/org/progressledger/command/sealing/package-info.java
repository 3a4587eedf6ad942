/** Keeps the ledger sealed while this service runs, and says how that goes. */
@NullMarked
package org.progressledger.command.sealing;

import org.jspecify.annotations.NullMarked;
