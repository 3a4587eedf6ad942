/** Files that spreadsheets write, CSV and XLSX, as rows of cells; knows nothing of what they say. */
@NullMarked
package org.progressledger.command.bulk.sheet;

import org.jspecify.annotations.NullMarked;
