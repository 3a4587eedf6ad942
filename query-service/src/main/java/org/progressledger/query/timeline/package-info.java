/** Everything that happened to a project, in the order in which it was recorded. */
@NullMarked
package org.progressledger.query.timeline;

import org.jspecify.annotations.NullMarked;
