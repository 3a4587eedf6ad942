package org.progressledger.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.progressledger.ledger.tree.Checkpoint;
import org.progressledger.verifier.AnchorCheck.Anchored;

/** Signed checkpoints whose size the tree has not reached yet. */
final class DueCheckpoints {
    private final TreeMap<Long, List<Due>> bySize = new TreeMap<>();
    private long next = Long.MAX_VALUE;

    /**
     * A checkpoint that is signed as it has to be.
     *
     * @param where it was found
     * @param isKept whether an auditor kept it outside the ledger
     * @param anchored what others said of it
     */
    record Due(Checkpoint checkpoint, String where, boolean isKept, Anchored anchored) {}

    void add(Due due) {
        bySize.computeIfAbsent(due.checkpoint().size(), size -> new ArrayList<>())
                .add(due);
        next = bySize.firstKey();
    }

    boolean isDue(long size) {
        return size >= next;
    }

    /** Those of a size; they are due no longer. */
    List<Due> take(long size) {
        List<Due> due = bySize.remove(size);
        next = bySize.isEmpty() ? Long.MAX_VALUE : bySize.firstKey();
        return due == null ? List.of() : due;
    }

    Optional<Due> first() {
        return bySize.isEmpty()
                ? Optional.empty()
                : Optional.of(bySize.firstEntry().getValue().getFirst());
    }
}
