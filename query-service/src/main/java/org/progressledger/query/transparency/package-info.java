/** The transparency log as others read it: checkpoints, tiles and keys open to all, and proofs of single events. */
@NullMarked
package org.progressledger.query.transparency;

import org.jspecify.annotations.NullMarked;
