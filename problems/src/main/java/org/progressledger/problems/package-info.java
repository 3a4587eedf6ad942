/** Errors people can read: reason codes, Thai and English texts, RFC 9457 documents. */
@NullMarked
package org.progressledger.problems;

import org.jspecify.annotations.NullMarked;
