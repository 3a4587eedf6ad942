/** Follows the ledger, folds each project that changed, and keeps what the answers need. */
@NullMarked
package org.progressledger.query.projection;

import org.jspecify.annotations.NullMarked;
