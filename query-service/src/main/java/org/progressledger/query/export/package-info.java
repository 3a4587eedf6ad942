/** Projects as files: what leaves the system, and the record of who took it. */
@NullMarked
package org.progressledger.query.export;

import org.jspecify.annotations.NullMarked;
