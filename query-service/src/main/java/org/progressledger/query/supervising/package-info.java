/** What supervisors do: a report is sent back, a fact that was recorded by mistake is withdrawn. */
@NullMarked
package org.progressledger.query.supervising;

import org.jspecify.annotations.NullMarked;
