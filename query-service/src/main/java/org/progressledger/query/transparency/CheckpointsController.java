package org.progressledger.query.transparency;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.anchoring.AnchoredLog;
import org.progressledger.ledger.sealing.SealedCheckpoint;
import org.progressledger.ledger.sealing.SealedHead;
import org.progressledger.ledger.sealing.SealedLog;
import org.progressledger.ledger.tree.Hash;
import org.progressledger.query.asking.Pages;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All that was signed, and that each checkpoint only added to the one before. */
@RestController
class CheckpointsController {
    private final SealedLog sealed;
    private final AnchoredLog anchored;
    private final LogDesk desk;

    CheckpointsController(SealedLog sealed, AnchoredLog anchored, LogDesk desk) {
        this.sealed = sealed;
        this.anchored = anchored;
        this.desk = desk;
    }

    /** A key of the log and the smallest tree that it may have signed. */
    record Key(String verifierKey, long fromTreeSize) {}

    /**
     * A checkpoint; {@code root} in base64.
     *
     * @param note as it was signed, and below the log's signature those of witnesses
     * @param timestamp an RFC 3161 token over the note without the lines of witnesses: DER in base64
     */
    record Signed(
            long size,
            String root,
            Instant sealedAt,
            String note,
            @Nullable String timestamp) {
        static Signed of(SealedCheckpoint sealed, byte @Nullable [] token) {
            return new Signed(
                    sealed.checkpoint().size(),
                    sealed.checkpoint().root().base64(),
                    sealed.sealedAt(),
                    sealed.note(),
                    token == null ? null : Base64.getEncoder().encodeToString(token));
        }
    }

    private List<Signed> signed(List<SealedCheckpoint> checkpoints) {
        Map<Long, byte[]> tokens = anchored.timestamps(checkpoints);
        return anchored.withCosignatures(checkpoints).stream()
                .map(one -> Signed.of(one, tokens.get(one.checkpoint().size())))
                .toList();
    }

    /** Checkpoints, the newest first; the present key last. */
    record Checkpoints(String origin, List<Key> keys, List<Signed> items, int page, int size, long total) {}

    /** RFC 6962, section 2.1.2; hashes in base64. */
    record Consistency(Signed from, Signed to, List<String> path) {}

    @Operation(summary = "Every checkpoint that was signed, the newest first, and the log's keys", tags = "Ledger")
    @GetMapping("/api/v1/ledger/checkpoints")
    Checkpoints checkpoints(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
        Pages.check(page, size);
        SealedHead head = desk.head();
        return new Checkpoints(
                head.latest().orElseThrow().checkpoint().origin(),
                head.keys().stream()
                        .map(key -> new Key(key.key().toString(), key.fromTreeSize()))
                        .toList(),
                signed(sealed.page(page * size, size)),
                page,
                size,
                sealed.count());
    }

    @Operation(summary = "That the log of one checkpoint begins with that of an earlier one", tags = "Ledger")
    @GetMapping("/api/v1/ledger/consistency")
    Consistency consistency(@RequestParam long from, @RequestParam(required = false) @Nullable Long to) {
        LogDesk.Growth growth = desk.growth(from, to);
        return new Consistency(
                signed(List.of(growth.earlier())).getFirst(),
                signed(List.of(growth.later())).getFirst(),
                growth.proof().path().stream().map(Hash::base64).toList());
    }
}
