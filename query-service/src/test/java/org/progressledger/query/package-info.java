/** Answers, asked for from outside. */
@NullMarked
package org.progressledger.query;

import org.jspecify.annotations.NullMarked;
