/** One agency: how its projects stand, and what waits for somebody. */
@NullMarked
package org.progressledger.query.agencypage;

import org.jspecify.annotations.NullMarked;
