/** Tells open pages that something new is recorded. */
@NullMarked
package org.progressledger.query.live;

import org.jspecify.annotations.NullMarked;
