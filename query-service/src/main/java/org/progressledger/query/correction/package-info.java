/** The form by which a report is corrected, with what stands before and after. */
@NullMarked
package org.progressledger.query.correction;

import org.jspecify.annotations.NullMarked;
