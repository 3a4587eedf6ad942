/** Reports that were due and are not there, project by project. */
@NullMarked
package org.progressledger.query.latereports;

import org.jspecify.annotations.NullMarked;
