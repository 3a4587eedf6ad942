package org.progressledger.query.projection;

import java.time.Instant;

/**
 * Says that a project's answers are older than the ledger.
 *
 * @param since when it was found that they would be
 * @param position of the first event that they may not reflect
 * @param discarded whether an administrator gave up showing it until the project is recorded of again
 */
public record StaleView(Instant since, long position, boolean discarded) {}
