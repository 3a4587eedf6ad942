package org.progressledger.ledger;

/**
 * What a process has to do with others that append to the same ledger.
 *
 * @param appendsForAll whether this process holds the lease
 * @param forwarded appends of this process that another one recorded or refused, since the start
 * @param taken appends of other processes that this one recorded or refused, since the start
 * @param fellBack appends that could not be forwarded and were appended here after all, since the start
 */
public record ForwardingState(boolean appendsForAll, long forwarded, long taken, long fellBack) {}
