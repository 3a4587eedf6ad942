/** The evidence of one project. */
@NullMarked
package org.progressledger.verifier.pack;

import org.jspecify.annotations.NullMarked;
