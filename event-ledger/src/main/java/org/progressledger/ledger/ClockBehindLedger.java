package org.progressledger.ledger;

import java.time.Instant;

/** This machine's clock is further behind the last commit than allowed. Nothing was recorded. */
public final class ClockBehindLedger extends LedgerException {

    private final Instant clock;
    private final Instant lastRecordedAt;

    ClockBehindLedger(Instant clock, Instant lastRecordedAt) {
        super("The clock says %s, but the last commit was recorded at %s".formatted(clock, lastRecordedAt), null);
        this.clock = clock;
        this.lastRecordedAt = lastRecordedAt;
    }

    public Instant clock() {
        return clock;
    }

    public Instant lastRecordedAt() {
        return lastRecordedAt;
    }
}
