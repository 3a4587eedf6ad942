package org.progressledger.command.imports;

import org.progressledger.problems.ReasonCode;

/** Why an import or its confirmation was refused; the reader's own codes stand beside these. */
public enum ImportReason implements ReasonCode {
    /** No such draft, or it was kept long enough; data {@code importId}. */
    IMPORT_NOT_FOUND(404),
    /** The draft has no such proposal; data {@code proposal}. */
    UNKNOWN_PROPOSAL(400),
    /** The paper can be read in more than one way and nobody said which counts; data {@code reading}, {@code line}, {@code readings}. */
    READING_NOT_CHOSEN(422),
    /** The draft has no such reading, or the reading no such option; data {@code reading}, {@code option}. */
    UNKNOWN_READING(400),
    /** This release reads the printout otherwise than the one that showed the draft: import it again. */
    DRAFT_IS_OUTDATED(409),
    /** As many PDFs as {@code limit} are being read. */
    PDF_READERS_BUSY(503),
    /** The account has too many drafts waiting; data {@code limit}. */
    TOO_MANY_DRAFTS(429);

    private final int status;

    ImportReason(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
