@NullMarked
package org.progressledger.query.curve;

import org.jspecify.annotations.NullMarked;
