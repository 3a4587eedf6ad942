package org.progressledger.ledger.sealing;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.sealing.Refusal.Reason;

/** Nothing may be signed. */
final class SealingRefused extends RuntimeException {

    private final Refusal refusal;

    SealingRefused(Reason reason, String detail) {
        this(reason, detail, null);
    }

    SealingRefused(Reason reason, String detail, @Nullable Throwable cause) {
        super(reason + ": " + detail, cause);
        this.refusal = new Refusal(reason, detail);
    }

    static SealingRefused unusable(Path file, IOException cause) {
        return new SealingRefused(
                Reason.FILE_UNUSABLE, "The file %s cannot be used: %s".formatted(file, cause.getMessage()), cause);
    }

    Refusal refusal() {
        return refusal;
    }
}
