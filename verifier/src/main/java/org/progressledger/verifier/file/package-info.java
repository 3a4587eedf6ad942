/** A ledger in one file. */
@NullMarked
package org.progressledger.verifier.file;

import org.jspecify.annotations.NullMarked;
