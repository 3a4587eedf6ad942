package org.progressledger.query.transparency;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.anchoring.AnchoredLog;
import org.progressledger.ledger.sealing.SealedCheckpoint;
import org.progressledger.ledger.sealing.SealedHead;
import org.progressledger.ledger.sealing.SealedLog;
import org.progressledger.ledger.tree.ConsistencyProof;
import org.progressledger.ledger.tree.TiledTree;
import org.progressledger.ledger.tree.TreeDamaged;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.projection.QueryReason;
import org.springframework.stereotype.Component;

/** What every answer from the log begins with: how far it is sealed. */
@Component
class LogDesk {
    private final SealedLog sealed;
    private final AnchoredLog anchored;
    private final TransparencySettings settings;

    LogDesk(SealedLog sealed, AnchoredLog anchored, TransparencySettings settings) {
        this.sealed = sealed;
        this.anchored = anchored;
        this.settings = settings;
    }

    /** @throws ProblemException if nothing was sealed yet */
    SealedHead head() {
        return sealed.head().filter(head -> head.latest().isPresent()).orElseThrow(() -> notYet(0));
    }

    /** The newest checkpoint that is shown, with the lines of those who cosigned it. */
    SealedCheckpoint latest() {
        SealedCheckpoint newest = head().latest().orElseThrow();
        Optional<SealedCheckpoint> witnessed =
                settings.witnessedOnly() ? anchored.witnessedSize().flatMap(sealed::checkpoint) : Optional.empty();
        return anchored.withCosignatures(witnessed.orElse(newest));
    }

    /** The same where it covers an event; empty while that one waits for its seal. */
    Optional<SealedCheckpoint> covering(long position) {
        return sealed.head().flatMap(SealedHead::latest).isEmpty()
                ? Optional.empty()
                : Optional.of(latest())
                        .filter(latest -> position < latest.checkpoint().size());
    }

    /** How many events are sealed. */
    long sealed() {
        return sealed.head()
                .flatMap(SealedHead::latest)
                .map(latest -> latest().checkpoint().size())
                .orElse(0L);
    }

    /** @throws ProblemException if there is no checkpoint of that size */
    SealedCheckpoint checkpoint(long size) {
        SealedCheckpoint latest = head().latest().orElseThrow();
        if (latest.checkpoint().size() == size) {
            return latest; // it may not be among all of them yet
        }
        return sealed.checkpoint(size)
                .orElseThrow(() -> new ProblemException(QueryReason.CHECKPOINT_NOT_FOUND, Map.of("size", size)));
    }

    /** Something worked out from the tiles of a tree. */
    <T> T fromTree(long size, Function<TiledTree, T> work) {
        try {
            return work.apply(sealed.tree(size));
        } catch (TreeDamaged damaged) {
            throw new ProblemException(CommonReason.TEMPORARILY_UNAVAILABLE)
                    .withRetryAfter(Duration.ofMinutes(1))
                    .causedBy(damaged);
        }
    }

    /** That the log of one checkpoint begins with that of an earlier one: RFC 6962, section 2.1.2. */
    record Growth(SealedCheckpoint earlier, SealedCheckpoint later, ConsistencyProof proof) {
        boolean isProven() {
            return proof.proves(earlier.checkpoint().root(), later.checkpoint().root());
        }
    }

    /**
     * @param to the later size; null for the newest checkpoint
     * @throws ProblemException if there are no checkpoints of these sizes, or the earlier one is the larger
     */
    Growth growth(long from, @Nullable Long to) {
        SealedCheckpoint later = checkpoint(to == null ? latest().checkpoint().size() : to);
        if (from < 0 || from > later.checkpoint().size()) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "from"));
        }
        return growth(checkpoint(from), later);
    }

    Growth growth(SealedCheckpoint earlier, SealedCheckpoint later) {
        long from = earlier.checkpoint().size();
        return new Growth(earlier, later, fromTree(later.checkpoint().size(), tree -> tree.consistency(from)));
    }

    /** That an event waits for its seal, and how far the seals have come. */
    ProblemException notYet(long size) {
        return new ProblemException(QueryReason.NOT_SEALED_YET, Map.of("size", size))
                .withRetryAfter(settings.retryAfter());
    }
}
