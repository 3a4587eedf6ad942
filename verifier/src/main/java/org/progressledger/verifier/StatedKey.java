package org.progressledger.verifier;

import org.progressledger.ledger.note.VerifierKey;

/**
 * A key that the ledger says is its own.
 *
 * @param key its public half
 * @param fromTreeSize the smallest tree that it may have signed; the next key's ends its time
 */
public record StatedKey(VerifierKey key, long fromTreeSize) {}
