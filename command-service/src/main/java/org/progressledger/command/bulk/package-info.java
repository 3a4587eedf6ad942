/** Reports of many projects from one sheet: read, decided row by row, recorded all together or not at all. */
@NullMarked
package org.progressledger.command.bulk;

import org.jspecify.annotations.NullMarked;
