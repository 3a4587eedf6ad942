/** What every question needs: who asks, which project, how fresh. */
@NullMarked
package org.progressledger.query.asking;

import org.jspecify.annotations.NullMarked;
