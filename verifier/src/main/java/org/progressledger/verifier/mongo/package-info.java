/** A ledger in a database. */
@NullMarked
package org.progressledger.verifier.mongo;

import org.jspecify.annotations.NullMarked;
