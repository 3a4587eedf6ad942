/** Many printouts at once: taken, kept, and read one after the other behind the request, whatever happens to the process. */
@NullMarked
package org.progressledger.command.batches;

import org.jspecify.annotations.NullMarked;
