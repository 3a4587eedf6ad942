/** Records facts: what an officer asks, what the rules answer, what the ledger keeps. */
@NullMarked
package org.progressledger.command;

import org.jspecify.annotations.NullMarked;
