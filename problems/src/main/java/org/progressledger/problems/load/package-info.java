/** Load shedding: what a service is asked beyond what it can work on is refused early, so that the rest is answered. */
@NullMarked
package org.progressledger.problems.load;

import org.jspecify.annotations.NullMarked;
