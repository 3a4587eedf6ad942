/** What a confirmation recorded. */
@NullMarked
package org.progressledger.query.importrecorded;

import org.jspecify.annotations.NullMarked;
