/** Time stamps of others on what we signed (RFC 3161). */
@NullMarked
package org.progressledger.ledger.timestamp;

import org.jspecify.annotations.NullMarked;
