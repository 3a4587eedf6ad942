/** Reads the printed progress form: bytes become a draft of values, each beside the lines that it was read from. Records nothing. */
@NullMarked
package org.progressledger.command.printedform;

import org.jspecify.annotations.NullMarked;
