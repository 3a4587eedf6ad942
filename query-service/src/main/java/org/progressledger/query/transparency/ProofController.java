package org.progressledger.query.transparency;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.tree.Hash;
import org.progressledger.ledger.tree.TlogProof;
import org.progressledger.query.transparency.Proofs.Proven;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** That an event is in the log that was signed, with all that its hashes were made of. */
@RestController
class ProofController {
    private static final String TEXT = "text/plain;charset=UTF-8";

    private final Proofs proofs;

    ProofController(Proofs proofs) {
        this.proofs = proofs;
    }

    /**
     * A proof. Check it so: {@code payloadHash} in the entry is SHA-256 of salt and payload, {@code metadataHash} that of salt and
     * metadata; the leaf is SHA-256 of a zero byte and {@code entry}; the path leads from it to the checkpoint's root.
     *
     * @param entry the exact text that was hashed into the leaf
     * @param leafHash base64
     * @param payload the exact text that was hashed; persons stay sealed in it
     * @param payloadSalt hex
     * @param metadata the exact text that was hashed
     * @param metadataSalt hex
     * @param checkpoint the signed note, as {@code /checkpoint} gave it
     */
    record Proof(
            long position,
            String entry,
            String leafHash,
            String payload,
            String payloadSalt,
            String metadata,
            String metadataSalt,
            Inclusion inclusion,
            String checkpoint) {}

    /** RFC 6962, section 2.1.1; hashes in base64. */
    record Inclusion(
            long index,
            long treeSize,

            @Schema(description = "From the leaf's sibling upwards")
            List<String> path) {}

    @Operation(summary = "That an event is in the signed log, with payload, salts and path", tags = "Ledger")
    @GetMapping("/api/v1/ledger/events/{position}/proof")
    Proof proof(@PathVariable long position) {
        Proven proven = proofs.prove(position);
        LedgerEvent event = proven.event();
        return new Proof(
                position,
                new String(proven.entry(), StandardCharsets.UTF_8),
                proven.leaf().base64(),
                event.payload(),
                event.payloadSalt(),
                event.metadataJson(),
                event.metadataSalt(),
                new Inclusion(
                        position,
                        proven.inclusion().size(),
                        proven.inclusion().path().stream().map(Hash::base64).toList()),
                proven.checkpoint().note());
    }

    @Operation(
            summary = "The same as a file in the format of c2sp.org/tlog-proof, without the payload",
            tags = "Ledger")
    @GetMapping(path = "/api/v1/ledger/events/{position}/proof.tlog-proof", produces = TEXT)
    ResponseEntity<String> proofFile(@PathVariable long position) {
        Proven proven = proofs.prove(position);
        TlogProof file = new TlogProof(
                proven.entry(),
                position,
                proven.inclusion().path(),
                proven.checkpoint().note());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(TEXT))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("ledger-%d.tlog-proof".formatted(position))
                                .build()
                                .toString())
                .body(file.text());
    }
}
