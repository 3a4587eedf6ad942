/** หน่วยงาน: what administrators set about agencies. */
@NullMarked
package org.progressledger.command.agencies;

import org.jspecify.annotations.NullMarked;
