@NullMarked
package org.progressledger.query.printouts;

import org.jspecify.annotations.NullMarked;
