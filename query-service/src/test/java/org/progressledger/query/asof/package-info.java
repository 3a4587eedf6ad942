@NullMarked
package org.progressledger.query.asof;

import org.jspecify.annotations.NullMarked;
