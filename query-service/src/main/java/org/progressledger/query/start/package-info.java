/** The start page: how the agencies stand, and what waits for somebody. */
@NullMarked
package org.progressledger.query.start;

import org.jspecify.annotations.NullMarked;
