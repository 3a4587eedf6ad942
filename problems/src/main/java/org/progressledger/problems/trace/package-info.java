/** One id for everything that is done for one request, whichever service does it. */
@NullMarked
package org.progressledger.problems.trace;

import org.jspecify.annotations.NullMarked;
