/** Replays: what is kept for answering is built anew from the ledger, compared with what answers, and put in its place. */
@NullMarked
package org.progressledger.query.replay;

import org.jspecify.annotations.NullMarked;
