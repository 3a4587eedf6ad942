package org.progressledger.ledger.sealing;

import java.util.List;
import org.progressledger.ledger.note.SigningKey;
import org.progressledger.ledger.note.VerifierKey;
import org.progressledger.ledger.sealing.Refusal.Reason;

/** The key of the log: made once, then the same one, until a person wants another. */
final class SealingKeyring {

    private final TreeStore store;
    private final KeyFiles files;
    private final Lease lease;
    private final String origin;
    private final SigningKey key;

    private SealingKeyring(TreeStore store, KeyFiles files, Lease lease, String origin, SigningKey key) {
        this.store = store;
        this.files = files;
        this.lease = lease;
        this.origin = origin;
        this.key = key;
    }

    /**
     * The key that belongs to the head. Only a log that never had one gets a new one.
     *
     * @throws SealingRefused if it is not here, or another one is
     */
    static SealingKeyring of(HeadState head, TreeStore store, KeyFiles files, Lease lease, String origin) {
        List<VerifierKey> known = head.sealed().verifierKeys();
        SigningKey key = known.isEmpty() ? first(store, files, lease, origin) : present(known.getLast(), files);
        if (!key.verifier().name().equals(origin)) {
            throw new SealingRefused(
                    Reason.KEY_DIFFERS,
                    "The key is called %s and the origin %s"
                            .formatted(key.verifier().name(), origin));
        }
        files.showVerifierKey(key);
        return new SealingKeyring(store, files, lease, origin, key);
    }

    // written to the disk before the database hears of it: a crash between leaves a key that the next start finds
    private static SigningKey first(TreeStore store, KeyFiles files, Lease lease, String origin) {
        SigningKey key = files.key().orElseGet(() -> files.make(origin));
        if (key.verifier().name().equals(origin)
                && !store.addKey(lease.holder(), lease.token(), new SealedKey(key.verifier(), 0))) {
            lease.lost();
            throw new IllegalStateException("another process seals now");
        }
        return key;
    }

    private static SigningKey present(VerifierKey expected, KeyFiles files) {
        if (files.nextKey().filter(next -> next.verifier().equals(expected)).isPresent()) {
            files.takeNextKey(); // a rotation was cut short
        }
        SigningKey key = files.key()
                .orElseThrow(() -> new SealingRefused(
                        Reason.KEY_MISSING, "The key of %s is not in the key file".formatted(expected)));
        if (!key.verifier().equals(expected)) {
            throw new SealingRefused(
                    Reason.KEY_DIFFERS,
                    "The log's key is %s, the key file holds %s".formatted(expected, key.verifier()));
        }
        return key;
    }

    SigningKey key() {
        return key;
    }

    /** Takes another key if a person asked for it, for trees larger than the published one; then all is to be opened anew. */
    boolean rotateIfWanted(long published) {
        if (!files.isRotationWanted()) {
            return false;
        }
        SigningKey next = files.nextKey().orElseGet(() -> files.makeNext(origin));
        if (!store.addKey(lease.holder(), lease.token(), new SealedKey(next.verifier(), Math.max(published, 0) + 1))) {
            lease.lost();
            throw new IllegalStateException("another process seals now");
        }
        files.takeNextKey();
        return true;
    }
}
