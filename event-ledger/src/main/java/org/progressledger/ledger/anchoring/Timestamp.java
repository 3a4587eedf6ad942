package org.progressledger.ledger.anchoring;

import java.time.Instant;

/**
 * That an authority saw a checkpoint at a time.
 *
 * @param token RFC 3161, in DER
 * @param at by the authority's clock
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Timestamp(byte[] token, Instant at) {}
