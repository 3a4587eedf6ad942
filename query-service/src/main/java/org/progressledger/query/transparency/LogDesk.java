package org.progressledger.query.transparency;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.progressledger.ledger.anchoring.AnchoredLog;
import org.progressledger.ledger.sealing.SealedCheckpoint;
import org.progressledger.ledger.sealing.SealedHead;
import org.progressledger.ledger.sealing.SealedLog;
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

    /** That an event waits for its seal, and how far the seals have come. */
    ProblemException notYet(long size) {
        return new ProblemException(QueryReason.NOT_SEALED_YET, Map.of("size", size))
                .withRetryAfter(settings.retryAfter());
    }
}
