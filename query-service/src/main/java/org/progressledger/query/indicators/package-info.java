/** The indicators of a project and the coordinators' scores, under old and new criteria. */
@NullMarked
package org.progressledger.query.indicators;

import org.jspecify.annotations.NullMarked;
