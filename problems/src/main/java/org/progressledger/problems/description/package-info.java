/** What both services' API descriptions have in common: the problem answers, examples, and fields as records say them. */
@NullMarked
package org.progressledger.problems.description;

import org.jspecify.annotations.NullMarked;
