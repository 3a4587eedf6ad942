/** What becomes of a ledger when processes, servers, clocks and disks fail under load. */
@NullMarked
package org.progressledger.ledger.faults;

import org.jspecify.annotations.NullMarked;
