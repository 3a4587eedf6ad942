package org.progressledger.ledger.sealing;

import java.util.List;
import java.util.Optional;
import org.progressledger.ledger.note.VerifierKey;

/**
 * How far the ledger is sealed.
 *
 * @param keys all keys of the log in the order of their time, the present one last; none before the first seal
 * @param latest the newest checkpoint, if there is one
 * @param refusal why nothing further is signed, if the sealer said so
 */
public record SealedHead(List<SealedKey> keys, Optional<SealedCheckpoint> latest, Optional<String> refusal) {

    public SealedHead {
        keys = List.copyOf(keys);
    }

    /** The keys without their times, as opening a checkpoint wants them. */
    public List<VerifierKey> verifierKeys() {
        return keys.stream().map(SealedKey::key).toList();
    }

    /** How many events are sealed. */
    public long size() {
        return latest.map(newest -> newest.checkpoint().size()).orElse(0L);
    }
}
