/**
 * A durable server with the MongoDB wire protocol in one file: what {@code ./run} stores its data in where no MongoDB is at hand.
 * Nothing here knows what is stored.
 */
@NullMarked
package org.progressledger.store;

import org.jspecify.annotations.NullMarked;
