/** The events as the ledger holds them. */
@NullMarked
package org.progressledger.query.rawevents;

import org.jspecify.annotations.NullMarked;
