package org.progressledger.ledger.sealing;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.sealing.Refusal.Reason;
import org.progressledger.ledger.sealing.SealerState.Role;
import org.progressledger.ledger.tree.Checkpoint;
import org.progressledger.ledger.tree.GrowingTree;
import org.progressledger.ledger.tree.Tile;
import org.progressledger.ledger.tree.TreeDamaged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals what was recorded, if no other process does. {@link #tick} is called again and again, by one thread; {@link #state}
 * by any.
 *
 * <p>A checkpoint is written in this order: full tiles, partial tiles, the file beside the key, the head, the collection of all
 * checkpoints. After a crash between any two of them the next tick finds what is there, checks it against the file and
 * goes on.
 */
public final class Sealer {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    private final SealingSettings settings;
    private final InstantSource clock;
    private final TreeStore store;
    private final KeyFiles files;
    private final History history;
    private final Opening opening;
    private final Recheck recheck;
    private final Lease lease;

    private final List<Tile> filled = new ArrayList<>();
    private @Nullable Growth growth;
    private volatile SealerState state = new SealerState(Role.STARTING, -1, 0, Optional.empty());

    /** A tree that agrees with all that was signed, and the key to sign what follows. */
    record Growth(GrowingTree tree, SealingKeyring keyring, long published) {

        /** Whether the head is as this process left it: nobody published meanwhile, and nobody put a copy back. */
        boolean isOf(HeadState head) {
            return published == head.size()
                    && head.sealed().latest().map(SealedCheckpoint::checkpoint).stream()
                            .allMatch(latest -> latest.root().equals(tree.root()));
        }
    }

    Sealer(
            MongoDatabase database,
            CommitLog log,
            SealingSettings settings,
            InstantSource clock,
            String holder,
            LongSupplier nanos) {
        TreeCollections stored = TreeCollections.of(database);
        this.settings = settings;
        this.clock = clock;
        this.store = new TreeStore(stored);
        this.files = new KeyFiles(settings);
        this.history = new History(log);
        this.lease = new Lease(store, holder, settings.lease(), nanos);
        StoredTiles tiles = new StoredTiles(stored);
        this.opening = new Opening(store, tiles, files, history, lease, settings.origin());
        this.recheck = new Recheck(tiles, files, history, settings.recheckEvery(), nanos);
    }

    /**
     * A sealer of the ledger in a database.
     *
     * @param holder how this process is told from all others, those before it on the same machine included
     */
    public static Sealer of(
            MongoDatabase database, CommitLog log, SealingSettings settings, InstantSource clock, String holder) {
        return new Sealer(database, log, settings, clock, holder, System::nanoTime);
    }

    public SealerState state() {
        return state;
    }

    /** Looks once, and seals all that there is to seal. Never throws: what went wrong is in the log and in the state. */
    public void tick() {
        try {
            Optional<HeadState> head = lease.hold();
            if (head.isPresent()) {
                seal(head.get());
            } else {
                growth = null;
                standBy();
            }
        } catch (SealingRefused e) {
            refuse(e);
        } catch (TreeDamaged e) {
            refuse(new SealingRefused(Reason.HISTORY_CHANGED, "The stored tree is damaged: " + e.getMessage(), e));
        } catch (RuntimeException e) {
            growth = null;
            if (state.role() != Role.WAITING) {
                LOG.warn("Sealing has to wait: {}", e.toString());
            }
            state = new SealerState(Role.WAITING, state.size(), state.signed(), state.refusal());
        }
    }

    private void seal(HeadState head) {
        Growth now = growth;
        growth = null; // should anything fail below, all is read again
        if (now == null || !now.isOf(head)) {
            now = open(head);
        }
        recheck.look(now.published());
        if (now.keyring().rotateIfWanted(now.published())) {
            LOG.info("Another key signs from now on");
            now = open(store.head().orElseThrow());
        }
        // what is recorded while this goes on is the next look's: else the sealer would write all the time under load
        long recorded = history.end();
        history.grow(now.tree(), Math.min(Math.max(now.published(), 0) + settings.batch(), recorded));
        while (now.tree().size() > now.published()) {
            now = publish(now);
            history.grow(now.tree(), Math.min(now.published() + settings.batch(), recorded));
        }
        growth = now;
        become(Role.SEALING, now.published(), 0);
    }

    private Growth open(HeadState head) {
        filled.clear();
        return opening.open(head, filled::add);
    }

    private Growth publish(Growth now) {
        GrowingTree tree = now.tree();
        recheck.lookAtLast(now.published());
        Checkpoint checkpoint = new Checkpoint(settings.origin(), tree.size(), tree.root());
        store.putFull(filled);
        filled.clear();
        store.putEdge(tree.size(), tree.edge());
        String note = checkpoint.signedBy(now.keyring().key());
        files.remember(note);
        SealedCheckpoint sealed =
                new SealedCheckpoint(checkpoint, note, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (!store.publish(lease.holder(), lease.token(), now.published(), sealed)) {
            lease.lost();
            throw new IllegalStateException("another process seals now");
        }
        lease.published();
        store.keep(sealed);
        store.dropEdgesBefore(tree.size());
        become(Role.SEALING, tree.size(), 1);
        return new Growth(tree, now.keyring(), tree.size());
    }

    private void standBy() {
        HeadState head = store.head().orElseThrow();
        opening.follow(head);
        become(Role.STANDING_BY, head.size(), 0);
    }

    private void become(Role role, long size, int signed) {
        if (state.role() != role) {
            LOG.info("Sealing: {}, {} events are sealed", role, Math.max(size, 0));
        }
        if (state.refusal().isPresent() && lease.token() != 0) {
            store.stopTelling(lease.holder(), lease.token());
        }
        state = new SealerState(role, size, state.signed() + signed, Optional.empty());
    }

    private void refuse(SealingRefused refused) {
        growth = null;
        boolean isNew = !state.refusal().equals(Optional.of(refused.refusal()));
        state = new SealerState(Role.REFUSING, state.size(), state.signed(), Optional.of(refused.refusal()));
        if (!isNew) {
            return;
        }
        LOG.error("Nothing is signed any more. {}", refused.refusal(), refused);
        try {
            if (lease.token() != 0) {
                store.tell(lease.holder(), lease.token(), refused.refusal());
            }
        } catch (RuntimeException e) {
            LOG.warn("The refusal could not be told in the database: {}", e.toString());
        }
    }

    /** Lets another process take over at once. */
    public void release() {
        growth = null;
        try {
            lease.release();
        } catch (RuntimeException e) {
            LOG.info("The lease ends by itself: {}", e.toString());
        }
    }
}
