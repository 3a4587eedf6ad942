package org.progressledger.ledger;

/** The ledger, or the same append, already holds an event of that id. Nothing was recorded. */
public final class DuplicateEventId extends LedgerException {

    private final String eventId;

    DuplicateEventId(String eventId) {
        super("There is already an event with the id " + eventId, null);
        this.eventId = eventId;
    }

    public String eventId() {
        return eventId;
    }
}
