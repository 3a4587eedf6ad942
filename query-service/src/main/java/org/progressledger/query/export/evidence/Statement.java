package org.progressledger.query.export.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.export.SealedLedger.Seal;
import org.progressledger.query.export.evidence.ZipPack.Packed;

/**
 * That a pack is complete: every event of the project up to the ledger's end as it was when the reading began.
 *
 * @param format of the pack
 * @param events how many
 * @param sequences first and last, and that none between them is missing: the reading stops at a gap
 * @param ledger where the ledger ended
 * @param foldedFor the day for which status, reports, percent changes and flags are folded
 * @param checkpoint absent before the ledger's first
 * @param files every file of the pack but this one and {@code SHA256SUMS}
 */
record Statement(
        String format,
        String project,
        Instant madeAt,
        String madeBy,
        long firstPosition,
        long lastPosition,
        int events,
        Sequences sequences,
        Ledger ledger,
        LocalDate foldedFor,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Checkpoint checkpoint,
        List<Packed> files) {
    static final String FORMAT = "progress-ledger-evidence/1";

    record Sequences(long first, long last, boolean dense) {}

    /** The ledger's last event, of whatever project, when the reading began. */
    record Ledger(long tailPosition, Instant tailRecordedAt, String tailHash, Instant readAt) {}

    /** How far the ledger was sealed, and how many of the project's events that covers. */
    record Checkpoint(long size, long coveredEvents) {}

    static Statement of(Evidence evidence, List<Packed> files) {
        return new Statement(
                FORMAT,
                evidence.project(),
                evidence.readAt(),
                evidence.madeBy(),
                evidence.first().position(),
                evidence.last().position(),
                evidence.events().size(),
                new Sequences(
                        evidence.first().sequence(),
                        evidence.last().sequence(),
                        evidence.first().sequence() == 0
                                && evidence.last().sequence()
                                        == evidence.events().size() - 1),
                new Ledger(
                        evidence.tail().position(),
                        evidence.tail().recordedAt(),
                        evidence.tail().leafHash(),
                        evidence.readAt()),
                evidence.foldedFor(),
                evidence.seal().map(seal -> checkpoint(seal, evidence)).orElse(null),
                files);
    }

    private static Checkpoint checkpoint(Seal seal, Evidence evidence) {
        return new Checkpoint(
                seal.size(),
                evidence.events().stream().filter(evidence::isSealed).count());
    }
}
