package org.progressledger.command.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits for its confirmation, and what else can be handed in. */
record OwnDrafts(List<OwnDraft> items, Limits limits) {

    /**
     * A draft of the account's own.
     *
     * @param fileName absent where it was sent without one
     * @param projectCode absent of drafts of earlier releases
     * @param recorded whether facts were recorded from these very bytes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwnDraft(
            String importId,
            String sha256,
            @Nullable String fileName,
            @Nullable String projectCode,
            Instant madeAt,
            Instant waitsUntil,
            boolean recorded) {
        static OwnDraft of(Drafts.Own own) {
            Drafts.Waiting waiting = own.waiting();
            return new OwnDraft(
                    waiting.importId(),
                    waiting.sha256().hex(),
                    waiting.fileName().isEmpty() ? null : waiting.fileName(),
                    waiting.projectCode().isEmpty() ? null : waiting.projectCode(),
                    waiting.madeAt(),
                    waiting.waitsUntil(),
                    own.recorded());
        }
    }

    /**
     * What is told before anything is sent.
     *
     * @param textBytes largest printout as text
     * @param pdfBytes largest PDF
     * @param requestBytes most bytes of one request, several files together
     * @param files most files of a batch
     * @param keepDays how many days a draft waits
     */
    record Limits(int textBytes, int pdfBytes, long requestBytes, int files, long keepDays) {}
}
