package org.progressledger.ledger;

/** The place in the stream is taken, or does not follow the stream's last event. Nothing was recorded. */
public final class SequenceConflict extends LedgerException {

    private final String stream;
    private final long sequence;
    private final String reason;

    SequenceConflict(String stream, long sequence, String reason) {
        super("Sequence %d of stream %s %s".formatted(sequence, stream, reason), null);
        this.stream = stream;
        this.sequence = sequence;
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    public String stream() {
        return stream;
    }

    public long sequence() {
        return sequence;
    }
}
