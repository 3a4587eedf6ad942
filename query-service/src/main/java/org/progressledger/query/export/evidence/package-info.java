/** What an auditor takes along of a project, and can check without us. */
@NullMarked
package org.progressledger.query.export.evidence;

import org.jspecify.annotations.NullMarked;
