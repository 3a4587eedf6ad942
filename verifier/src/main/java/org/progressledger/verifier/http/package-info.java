/** A ledger as it is served. */
@NullMarked
package org.progressledger.verifier.http;

import org.jspecify.annotations.NullMarked;
