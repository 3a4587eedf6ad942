/** Why a percentage moved. */
@NullMarked
package org.progressledger.query.percenttrace;

import org.jspecify.annotations.NullMarked;
