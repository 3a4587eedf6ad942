/** What is kept for answering. */
@NullMarked
package org.progressledger.query.projection;

import org.jspecify.annotations.NullMarked;
