package org.progressledger.query.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;

/**
 * An event as the ledger holds it, and the proof that it is in the signed log.
 *
 * @param number its position
 * @param position the same as it is read
 * @param base where this service is reached
 * @param project the code of the project that it belongs to; null for any other stream
 * @param previous the position before it; null for the first
 * @param proof null while it waits for its seal
 */
record ProofPage(
        Frame frame,
        long number,
        String position,
        String base,
        @Nullable String project,
        @Nullable Long previous,
        Told told,
        Made made,
        @Nullable Proof proof) {

    /**
     * What was recorded, when and by whom.
     *
     * @param made when the event was made; the ledger took it at {@code recorded}
     */
    record Told(
            String type,
            String storedName,
            @Nullable String revision,
            String stream,
            long sequence,
            String eventId,
            String commandId,
            String actor,
            @Nullable String role,
            @Nullable String agency,
            Moment made,
            Moment recorded) {}

    /**
     * What the hashes were made of: texts to the letter, salts and hashes in hex, the leaf's in base64, too.
     *
     * @param entry what the log publishes of the event
     */
    record Made(
            String payload,
            String payloadSalt,
            String payloadHash,
            String metadata,
            String metadataSalt,
            String metadataHash,
            String entry,
            String leafHex,
            String leaf) {}

    /**
     * The way to the root; hashes in base64, as the checkpoint has its root.
     *
     * @param checkpoint the signed text
     * @param signatures the lines below it
     */
    record Proof(
            String size, List<Step> steps, String root, String checkpoint, List<String> signatures, Moment sealed) {}

    /** One hash of the path, joined to what was reached before. */
    record Step(int number, boolean left, String beside, String hash) {}
}
