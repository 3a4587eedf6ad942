/** From a PDF with a text layer to lines of text that know their place on the page. Nothing here knows what a form is. */
@NullMarked
package org.progressledger.command.pdf;

import org.jspecify.annotations.NullMarked;
