@NullMarked
package org.progressledger.query.periods;

import org.jspecify.annotations.NullMarked;
