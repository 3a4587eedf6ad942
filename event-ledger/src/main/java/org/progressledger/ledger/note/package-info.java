/** Texts signed with Ed25519, in the format of c2sp.org/signed-note, and their keys. */
@NullMarked
package org.progressledger.ledger.note;

import org.jspecify.annotations.NullMarked;
