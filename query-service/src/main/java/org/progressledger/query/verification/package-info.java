/** The ledger is checked from its first event to its last again and again, and the last result is told. */
@NullMarked
package org.progressledger.query.verification;

import org.jspecify.annotations.NullMarked;
