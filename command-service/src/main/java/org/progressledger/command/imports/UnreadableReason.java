package org.progressledger.command.imports;

import org.progressledger.command.printedform.UnreadableCode;
import org.progressledger.problems.ReasonCode;

/** The reader's code as a reason that the web layer can answer with. */
record UnreadableReason(UnreadableCode code) implements ReasonCode {
    @Override
    public String name() {
        return code.name();
    }

    @Override
    public int status() {
        return switch (code) {
            case TOO_MANY_BYTES, TOO_MANY_LINES, LINE_TOO_LONG, TOO_MANY_REPORTS, NARRATIVE_TOO_LONG -> 413;
            case NOT_A_PROGRESS_FORM,
                    ENCODING_NOT_READABLE,
                    PROJECT_CODE_MISSING,
                    FIELD_MISSING,
                    FIELD_NOT_READABLE,
                    PERIOD_REVERSED,
                    TWO_PROJECTS,
                    ROWS_NOT_PAIRED -> 422;
        };
    }
}
