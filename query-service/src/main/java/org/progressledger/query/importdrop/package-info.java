/** Where printouts are handed in, and what was handed in before. */
@NullMarked
package org.progressledger.query.importdrop;

import org.jspecify.annotations.NullMarked;
