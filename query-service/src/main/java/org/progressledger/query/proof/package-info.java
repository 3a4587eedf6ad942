/** หลักฐานของเหตุการณ์: one event, what its hashes were made of, and the way from it to the signed root. */
@NullMarked
package org.progressledger.query.proof;

import org.jspecify.annotations.NullMarked;
