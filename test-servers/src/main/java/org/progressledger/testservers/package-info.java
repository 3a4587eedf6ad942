/** The MongoDB servers that integration tests run on: the embedded store, and a real one where it can be had. */
@NullMarked
package org.progressledger.testservers;

import org.jspecify.annotations.NullMarked;
