/** By period: every project beside every month or quarter of a fiscal year, and who reports late. */
@NullMarked
package org.progressledger.query.periods;

import org.jspecify.annotations.NullMarked;
