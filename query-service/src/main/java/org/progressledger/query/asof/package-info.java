/** The project as it was: on both axes of time, what differs between two points, and event by event. */
@NullMarked
package org.progressledger.query.asof;

import org.jspecify.annotations.NullMarked;
