package org.progressledger.ledger;

/** The same actor's command of the same id stands in the ledger. Nothing more was recorded. */
public final class CommandAlreadyRecorded extends LedgerException {

    private final transient Commit commit;

    CommandAlreadyRecorded(Commit commit) {
        super("Command %s was recorded at position %d".formatted(commit.commandId(), commit.firstPosition()), null);
        this.commit = commit;
    }

    /** What was recorded the first time. */
    public Commit commit() {
        return commit;
    }
}
