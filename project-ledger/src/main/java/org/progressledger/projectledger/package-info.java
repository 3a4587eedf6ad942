/** Our events on that ledger: stored names, person keys, and the wiring that both services share. */
@NullMarked
package org.progressledger.projectledger;

import org.jspecify.annotations.NullMarked;
