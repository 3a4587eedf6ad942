/** Translates requests into commands and what was recorded into answers. Decides nothing. */
@NullMarked
package org.progressledger.command.web;

import org.jspecify.annotations.NullMarked;
