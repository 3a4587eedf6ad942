package org.progressledger.ledger;

/**
 * Appends that wait to be recorded, or are recorded just now.
 *
 * @param appends how many
 * @param bytes about what they take in memory
 */
public record Waiting(int appends, long bytes) {}
