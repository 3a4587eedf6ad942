/** What whoever runs the service sees of its answers: how far they lag behind the ledger, and how long askers wait for them. */
@NullMarked
package org.progressledger.query.operations;

import org.jspecify.annotations.NullMarked;
