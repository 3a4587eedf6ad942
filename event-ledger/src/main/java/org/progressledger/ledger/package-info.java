/** A gap-free, tamper-evident log of commits on MongoDB: one commit is one document, every position is taken once. */
@NullMarked
package org.progressledger.ledger;

import org.jspecify.annotations.NullMarked;
