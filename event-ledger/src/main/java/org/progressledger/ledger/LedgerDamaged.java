package org.progressledger.ledger;

/** What is stored is not what was recorded: nothing after this position is given out. */
public final class LedgerDamaged extends LedgerException {

    private final long position;
    private final String field;
    private final String reason;

    LedgerDamaged(long position, String field, String reason) {
        super("Ledger damaged at position %d, field %s: %s".formatted(position, field, reason), null);
        this.position = position;
        this.field = field;
        this.reason = reason;
    }

    static LedgerDamaged missing(long position) {
        return new LedgerDamaged(position, CommitDocument.ID, "no commit begins here, though the ledger goes on");
    }

    String reason() {
        return reason;
    }

    /** First position that cannot be trusted. */
    public long position() {
        return position;
    }

    /** The stored field that disagrees, as a path such as {@code events.0.payload}; {@code _id} for a missing commit. */
    public String field() {
        return field;
    }
}
