/** A printout beside what was read from it, before anything is recorded. */
@NullMarked
package org.progressledger.query.importreview;

import org.jspecify.annotations.NullMarked;
