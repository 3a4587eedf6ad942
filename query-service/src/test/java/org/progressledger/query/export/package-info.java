@NullMarked
package org.progressledger.query.export;

import org.jspecify.annotations.NullMarked;
