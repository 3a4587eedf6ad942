/** From a ZIP to the files in it, within limits and whatever it claims of itself. Names are text here, never paths. */
@NullMarked
package org.progressledger.command.archive;

import org.jspecify.annotations.NullMarked;
