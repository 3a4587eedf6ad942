/** Answers what the latest status is and where every percentage came from. */
@NullMarked
package org.progressledger.query;

import org.jspecify.annotations.NullMarked;
