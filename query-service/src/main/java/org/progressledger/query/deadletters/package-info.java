/** Projects that stand still before an event that cannot be shown: told, tried again, or given up with a reason. */
@NullMarked
package org.progressledger.query.deadletters;

import org.jspecify.annotations.NullMarked;
