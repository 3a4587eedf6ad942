package org.progressledger.ledger.sealing;

import java.util.Optional;
import java.util.function.Consumer;
import org.progressledger.ledger.note.NoteRefused;
import org.progressledger.ledger.sealing.Refusal.Reason;
import org.progressledger.ledger.sealing.Sealer.Growth;
import org.progressledger.ledger.tree.Checkpoint;
import org.progressledger.ledger.tree.GrowingTree;
import org.progressledger.ledger.tree.Tile;
import org.progressledger.ledger.tree.TiledTree;

/** Reads what was sealed before anything is added to it, and compares it with what was last signed. */
final class Opening {

    private final TreeStore store;
    private final StoredTiles tiles;
    private final KeyFiles files;
    private final History history;
    private final Lease lease;
    private final String origin;

    Opening(TreeStore store, StoredTiles tiles, KeyFiles files, History history, Lease lease, String origin) {
        this.store = store;
        this.tiles = tiles;
        this.files = files;
        this.history = history;
        this.lease = lease;
        this.origin = origin;
    }

    /**
     * The tree as it was published, ready to grow.
     *
     * @param full told of tiles that fill while it grows
     * @throws SealingRefused if the database holds less than what was signed, or something else
     */
    Growth open(HeadState head, Consumer<Tile> full) {
        Optional<Checkpoint> signed = files.lastSigned();
        SealingKeyring keyring = SealingKeyring.of(head, store, files, lease, origin);
        TiledTree published = published(head);
        GrowingTree tree = new GrowingTree(published, full);
        if (published.size() > 0) {
            history.compare(published, published.size() - 1);
        }
        if (signed.isPresent()) {
            requireSame(signed.get(), published, tree);
        }
        head.sealed().latest().ifPresent(store::keep); // a crash may have come before
        return new Growth(tree, keyring, head.size());
    }

    /** The tree of the newest checkpoint; the stored tiles have to add up to what it says. */
    private TiledTree published(HeadState head) {
        Optional<SealedCheckpoint> latest = head.sealed().latest();
        if (latest.isEmpty()) {
            return new TiledTree(tiles, 0);
        }
        Checkpoint checkpoint;
        try {
            checkpoint =
                    Checkpoint.open(latest.get().note(), origin, head.sealed().verifierKeys());
        } catch (NoteRefused e) {
            throw new SealingRefused(
                    Reason.HISTORY_CHANGED, "The newest checkpoint in the database is not ours: " + e.getMessage(), e);
        }
        TiledTree tree = new TiledTree(tiles, checkpoint.size());
        if (!tree.root().equals(checkpoint.root())) {
            throw new SealingRefused(
                    Reason.HISTORY_CHANGED,
                    "The tiles in the database do not add up to the checkpoint of " + checkpoint.size());
        }
        return tree;
    }

    /** What was signed last may be ahead of what was published, by a crash; the recorded events then lead to it. */
    private void requireSame(Checkpoint signed, TiledTree published, GrowingTree tree) {
        boolean same;
        if (signed.size() <= published.size()) {
            same = published.root(signed.size()).equals(signed.root());
        } else if (history.grow(tree, signed.size())) {
            same = tree.root().equals(signed.root());
        } else {
            throw new SealingRefused(
                    Reason.ROLLED_BACK,
                    "A checkpoint of %d events was signed, and the database ends after %d"
                            .formatted(signed.size(), tree.size()));
        }
        if (!same) {
            throw new SealingRefused(
                    Reason.HISTORY_CHANGED,
                    "The first %d events are not those that were signed".formatted(signed.size()));
        }
        if (!signed.origin().equals(origin)) {
            throw new SealingRefused(
                    Reason.KEY_DIFFERS, "What was signed is of %s, not of %s".formatted(signed.origin(), origin));
        }
    }

    /** Keeps the file of a process that stands by up to date, so that it notices on its own what is put back. */
    void follow(HeadState head) {
        if (head.sealed().latest().isEmpty() || files.key().isEmpty()) {
            return;
        }
        Optional<Checkpoint> known = files.lastSigned();
        if (known.map(Checkpoint::size).orElse(-1L) >= head.size()) {
            return;
        }
        TiledTree published = published(head);
        if (known.isPresent()
                && !published.root(known.get().size()).equals(known.get().root())) {
            throw new SealingRefused(
                    Reason.HISTORY_CHANGED,
                    "The first %d events are not those that were signed"
                            .formatted(known.get().size()));
        }
        files.remember(head.sealed().latest().get().note());
    }
}
