/** Checks a whole ledger, wherever it lies, and names the first thing that is wrong. */
@NullMarked
package org.progressledger.verifier;

import org.jspecify.annotations.NullMarked;
