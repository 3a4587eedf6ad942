package org.progressledger.ledger.sealing;

import org.progressledger.ledger.note.VerifierKey;

/**
 * A key of the log, present or past.
 *
 * @param key its public half
 * @param fromTreeSize the smallest tree that it may have signed; the next key's ends its time
 */
public record SealedKey(VerifierKey key, long fromTreeSize) {}
