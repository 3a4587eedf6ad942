@NullMarked
package org.progressledger.query.flags;

import org.jspecify.annotations.NullMarked;
