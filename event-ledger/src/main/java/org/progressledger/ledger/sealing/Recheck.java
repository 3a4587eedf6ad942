package org.progressledger.ledger.sealing;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.progressledger.ledger.sealing.Refusal.Reason;
import org.progressledger.ledger.tree.TiledTree;

/**
 * Looks at sealed events again, a tile at a time and round and round, with the newest tile each time. What it finds changed is
 * written beside the key and looked at before anything else is signed, also after a restart, until it is as it was.
 */
final class Recheck {

    private static final int TILE = 256;

    private final StoredTiles tiles;
    private final KeyFiles files;
    private final History history;
    private final long every;
    private final LongSupplier nanos;

    private long next;
    private long lookedAt;
    private boolean looked;

    Recheck(StoredTiles tiles, KeyFiles files, History history, Duration every, LongSupplier nanos) {
        this.tiles = tiles;
        this.files = files;
        this.history = history;
        this.every = every.toNanos();
        this.nanos = nanos;
    }

    /** @throws SealingRefused if an event is not what was sealed */
    void look(long sealed) {
        Optional<Long> changed = files.foundChanged();
        if (changed.isPresent() && changed.get() < sealed) {
            history.compare(new TiledTree(tiles, sealed), changed.get());
            files.forgetChanged();
        }
        if (sealed <= 0 || every == 0 || (looked && nanos.getAsLong() - lookedAt < every)) {
            return;
        }
        looked = true;
        lookedAt = nanos.getAsLong();
        compare(sealed, sealed - 1);
        if (next >= sealed) {
            next = 0;
        }
        compare(sealed, next);
        next += TILE;
    }

    /** Before something is added: a copy that was put back and recorded to again has another last event. */
    void lookAtLast(long sealed) {
        if (sealed > 0) {
            history.compare(new TiledTree(tiles, sealed), sealed - 1, sealed);
        }
    }

    private void compare(long sealed, long position) {
        try {
            history.compare(new TiledTree(tiles, sealed), position);
        } catch (SealingRefused e) {
            if (e.refusal().reason() != Reason.FILE_UNUSABLE) {
                files.rememberChanged(position, e.refusal().toString());
            }
            throw e;
        }
    }
}
