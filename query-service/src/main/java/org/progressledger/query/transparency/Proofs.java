package org.progressledger.query.transparency;

import java.util.Map;
import java.util.Optional;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.sealing.SealedCheckpoint;
import org.progressledger.ledger.tree.Hash;
import org.progressledger.ledger.tree.InclusionProof;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.projection.QueryReason;
import org.springframework.stereotype.Component;

/** Proves that events are in the log that was signed. */
@Component
public class Proofs {
    private final CommitLog log;
    private final LogDesk desk;

    Proofs(CommitLog log, LogDesk desk) {
        this.log = log;
        this.desk = desk;
    }

    /**
     * That an event is in the log.
     *
     * @param entry the bytes that were hashed into the leaf
     * @param checkpoint the newest that is shown, with the lines of those who cosigned it
     */
    public record Proven(LedgerEvent event, byte[] entry, InclusionProof inclusion, SealedCheckpoint checkpoint) {
        public Hash leaf() {
            return Hash.ofLeaf(entry);
        }
    }

    /**
     * The event of a position, checked against its hashes.
     *
     * @throws ProblemException if there is none
     */
    public LedgerEvent event(long position) {
        if (position < 0) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "position"));
        }
        return log.read(position, 1).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(QueryReason.EVENT_NOT_FOUND, Map.of("position", position)));
    }

    /**
     * Empty while the event waits for its seal.
     *
     * @throws ProblemException if it is not what was sealed
     */
    public Optional<Proven> of(LedgerEvent event) {
        return desk.covering(event.position()).map(checkpoint -> proven(event, checkpoint));
    }

    /** @throws ProblemException if there is no such event, it waits for its seal, or it is not what was sealed */
    Proven prove(long position) {
        return of(event(position)).orElseThrow(() -> desk.notYet(desk.sealed()));
    }

    private Proven proven(LedgerEvent event, SealedCheckpoint checkpoint) {
        byte[] entry = event.logEntry().bytes();
        InclusionProof inclusion =
                desk.fromTree(checkpoint.checkpoint().size(), tree -> tree.inclusion(event.position()));
        if (!inclusion.proves(Hash.ofLeaf(entry), checkpoint.checkpoint().root())) {
            throw new ProblemException(QueryReason.NOT_WHAT_WAS_SEALED, Map.of("position", event.position()));
        }
        return new Proven(event, entry, inclusion, checkpoint);
    }
}
