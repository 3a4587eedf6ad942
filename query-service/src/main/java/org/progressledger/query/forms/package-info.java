/** Forms on pages: what stands in them, what was typed, what the command service said of it, and drafts. */
@NullMarked
package org.progressledger.query.forms;

import org.jspecify.annotations.NullMarked;
