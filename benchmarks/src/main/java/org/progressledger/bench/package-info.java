/** Measures the ledger beside what others would use, each in a process of its own, in turns on one server. */
@NullMarked
package org.progressledger.bench;

import org.jspecify.annotations.NullMarked;
