/** Axon's sequenced dead-letter queue on MongoDB. */
@NullMarked
package org.progressledger.ledger.deadletter;

import org.jspecify.annotations.NullMarked;
