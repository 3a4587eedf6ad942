/** The page that people open first. */
@NullMarked
package org.progressledger.query.status;

import org.jspecify.annotations.NullMarked;
