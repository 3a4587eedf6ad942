/** A printout becomes a draft beside its source; a person confirms it; only then anything is recorded. */
@NullMarked
package org.progressledger.command.imports;

import org.jspecify.annotations.NullMarked;
