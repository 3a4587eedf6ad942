@NullMarked
package org.progressledger.query.start;

import org.jspecify.annotations.NullMarked;
