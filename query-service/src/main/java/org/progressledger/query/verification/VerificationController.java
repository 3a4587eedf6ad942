package org.progressledger.query.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.verification.Verification.Result;
import org.progressledger.verifier.Verdict;
import org.progressledger.verifier.Wording;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What came of the last check of the whole ledger. */
@RestController
class VerificationController {
    private static final Wording THAI = new Wording(Locale.forLanguageTag("th"));
    private static final Wording ENGLISH = new Wording(Locale.ENGLISH);

    private final Verification verification;
    private final VerificationSettings settings;

    VerificationController(Verification verification, VerificationSettings settings) {
        this.verification = verification;
        this.settings = settings;
    }

    /** {@code every} is ISO 8601, {@code PT0S} for never; {@code last} is absent before the first check ended. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LedgerVerification(
            boolean running, String every, @Nullable Checked last) {}

    /** A check that ended; {@code finding} only if something is wrong, {@code sealed} and {@code root} only if something is signed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Checked(
            String outcome,
            InBothLanguages text,
            Instant begunAt,
            Instant endedAt,
            @Nullable Wrongness finding,
            long events,
            long commits,
            long streams,
            long checkpoints,
            long tiles,
            @Nullable Long sealed,
            @Nullable String root) {}

    /** The first thing that is wrong; {@code position} is absent if it is not about an event. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Wrongness(String kind, @Nullable Long position, String field, InBothLanguages text) {}

    /** A sentence. */
    record InBothLanguages(String th, String en) {}

    @Operation(summary = "What came of the last check of the whole ledger", tags = "Ledger")
    @GetMapping("/api/v1/ledger/verification")
    LedgerVerification verification() {
        return new LedgerVerification(
                verification.isRunning(),
                (settings.isOn() ? settings.every() : Duration.ZERO).toString(),
                verification.last().map(VerificationController::checked).orElse(null));
    }

    private static Checked checked(Result result) {
        Verdict verdict = result.verdict();
        Verdict.Counts counts = verdict.counts();
        boolean isSealed = counts.sealed() >= 0;
        return new Checked(
                verdict.outcome().name(),
                new InBothLanguages(THAI.of(verdict.outcome()), ENGLISH.of(verdict.outcome())),
                result.begunAt(),
                result.endedAt(),
                verdict.finding()
                        .map(finding -> new Wrongness(
                                finding.kind().name(),
                                finding.position() < 0 ? null : finding.position(),
                                finding.field(),
                                new InBothLanguages(THAI.of(finding), ENGLISH.of(finding))))
                        .orElse(null),
                counts.events(),
                counts.commits(),
                counts.streams(),
                counts.checkpoints(),
                counts.tiles(),
                isSealed ? counts.sealed() : null,
                isSealed ? counts.root() : null);
    }
}
