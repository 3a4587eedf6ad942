package org.progressledger.ledger.sealing;

import java.util.List;
import java.util.function.Supplier;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerDamaged;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.sealing.Refusal.Reason;
import org.progressledger.ledger.tree.GrowingTree;
import org.progressledger.ledger.tree.Hash;
import org.progressledger.ledger.tree.TiledTree;

/** The recorded events, as the tree sees them. */
final class History {

    private static final int TILE = 256;

    private final CommitLog log;

    History(CommitLog log) {
        this.log = log;
    }

    /** The position that the next event takes. */
    long end() {
        return trusted(() -> log.lastPosition().orElse(-1) + 1);
    }

    /**
     * Adds the events that follow, until the tree has that size or the ledger ends.
     *
     * @return whether the ledger went on that far
     */
    boolean grow(GrowingTree tree, long until) {
        while (tree.size() < until) {
            List<LedgerEvent> events = read(tree.size(), (int) Math.min(until - tree.size(), 1_000));
            if (events.isEmpty()) {
                return false;
            }
            events.forEach(event -> tree.append(event.logEntry().bytes()));
        }
        return true;
    }

    /**
     * Compares the events of one tile with what was sealed of them.
     *
     * @throws SealingRefused if any is missing or another one
     */
    void compare(TiledTree sealed, long position) {
        long from = position / TILE * TILE;
        compare(sealed, from, Math.min(from + TILE, sealed.size()));
    }

    /** The same of the events from a position until before another. */
    void compare(TiledTree sealed, long first, long until) {
        long from = first;
        while (from < until) {
            List<LedgerEvent> events = read(from, (int) (until - from));
            if (events.isEmpty()) {
                throw new SealingRefused(
                        Reason.ROLLED_BACK,
                        "%d events are sealed, and the database ends after %d".formatted(sealed.size(), from));
            }
            for (LedgerEvent event : events) {
                if (!Hash.ofLeaf(event.logEntry().bytes()).equals(sealed.leaf(event.position()))) {
                    throw new SealingRefused(
                            Reason.HISTORY_CHANGED,
                            "The event at position %d is not the one that was sealed".formatted(event.position()));
                }
            }
            from += events.size();
        }
    }

    private List<LedgerEvent> read(long from, int limit) {
        return trusted(() -> log.read(from, limit));
    }

    private static <T> T trusted(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (LedgerDamaged e) {
            throw new SealingRefused(Reason.LEDGER_DAMAGED, String.valueOf(e.getMessage()), e);
        }
    }
}
