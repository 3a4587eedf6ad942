/** The kept printouts as anyone may see them: whole, line by line, and the words in which a line tells a fact. */
@NullMarked
package org.progressledger.query.printouts;

import org.jspecify.annotations.NullMarked;
