/** One command service appends for all of one ledger; the others forward their appends to it. */
@NullMarked
package org.progressledger.command.forwarding;

import org.jspecify.annotations.NullMarked;
