package org.progressledger.command.pdf;

import java.util.Map;

/** Ends a reading from within the parser's callbacks; never leaves this package. */
final class PdfRefusal extends RuntimeException {
    private final transient PdfResult.Refused answer;

    PdfRefusal(PdfReason reason, Map<String, Object> data) {
        super(reason.name(), null, false, false);
        this.answer = new PdfResult.Refused(reason, data);
    }

    PdfResult.Refused answer() {
        return answer;
    }
}
