package org.progressledger.ledger.anchoring;

/**
 * How it stands with the authority that stamps the time.
 *
 * @param size of the newest checkpoint that was stamped since this process began; 0 if none
 * @param failures times that it was asked and gave nothing that can be kept
 * @param detail one sentence about the last time, empty if it was never asked
 */
public record StampingState(long size, long failures, String detail) {}
