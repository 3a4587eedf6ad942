/** Projects as tables, and tables as files that are written row by row. */
@NullMarked
package org.progressledger.query.export.table;

import org.jspecify.annotations.NullMarked;
