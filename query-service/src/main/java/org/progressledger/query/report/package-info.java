/** The form of a progress report, what will be said of it, and its draft. */
@NullMarked
package org.progressledger.query.report;

import org.jspecify.annotations.NullMarked;
