/** Copies of a database that can be put back: all that cannot be made again, in one file. */
@NullMarked
package org.progressledger.verifier.backup;

import org.jspecify.annotations.NullMarked;
