/** Who looked at which project. */
@NullMarked
package org.progressledger.query.readings;

import org.jspecify.annotations.NullMarked;
