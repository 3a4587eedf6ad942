package org.progressledger.ledger;

/** An append exceeds a limit of {@link LedgerSettings}. Nothing was recorded. */
public final class AppendTooLarge extends LedgerException {

    private final String limit;
    private final long allowed;
    private final long actual;

    AppendTooLarge(String limit, long allowed, long actual) {
        super("An append may have %s %d, but has %d".formatted(limit, allowed, actual), null);
        this.limit = limit;
        this.allowed = allowed;
        this.actual = actual;
    }

    /** Name of the setting. */
    public String limit() {
        return limit;
    }

    public long allowed() {
        return allowed;
    }

    public long actual() {
        return actual;
    }
}
