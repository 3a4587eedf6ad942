@NullMarked
package org.progressledger.query.appeals;

import org.jspecify.annotations.NullMarked;
