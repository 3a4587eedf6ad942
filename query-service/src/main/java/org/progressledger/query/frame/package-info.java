/** What every page has around it: who reads it, in which language, and how far the ledger had come. */
@NullMarked
package org.progressledger.query.frame;

import org.jspecify.annotations.NullMarked;
