/** Many printouts at once, file by file. */
@NullMarked
package org.progressledger.query.importbatch;

import org.jspecify.annotations.NullMarked;
