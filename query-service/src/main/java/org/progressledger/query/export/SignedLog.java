package org.progressledger.query.export;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.sealing.SealedCheckpoint;
import org.progressledger.ledger.sealing.SealedHead;
import org.progressledger.ledger.sealing.SealedLog;
import org.progressledger.ledger.tree.Hash;
import org.progressledger.ledger.tree.InclusionProof;
import org.progressledger.ledger.tree.TlogProof;
import org.progressledger.ledger.tree.TreeDamaged;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.projection.QueryReason;
import org.springframework.stereotype.Component;

/** The seals as the sealer left them in the database. */
@Component
class SignedLog implements SealedLedger {
    private final SealedLog sealed;

    SignedLog(SealedLog sealed) {
        this.sealed = sealed;
    }

    @Override
    public Optional<Seal> now() {
        return sealed.head().flatMap(head -> head.latest().map(latest -> new Latest(sealed, head, latest)));
    }

    private record Latest(SealedLog log, SealedHead head, SealedCheckpoint latest) implements Seal {

        @Override
        public String checkpoint() {
            return latest.note();
        }

        @Override
        public long size() {
            return latest.checkpoint().size();
        }

        @Override
        public String verifierKey() {
            return head.verifierKeys().getLast() + "\n";
        }

        @Override
        public String proof(LedgerEvent event) {
            byte[] entry = event.logEntry().bytes();
            InclusionProof inclusion = inclusion(event.position());
            if (!inclusion.proves(Hash.ofLeaf(entry), latest.checkpoint().root())) {
                throw new ProblemException(QueryReason.NOT_WHAT_WAS_SEALED, Map.of("position", event.position()));
            }
            return new TlogProof(entry, event.position(), inclusion.path(), latest.note()).text();
        }

        private InclusionProof inclusion(long position) {
            try {
                return log.tree(size()).inclusion(position);
            } catch (TreeDamaged damaged) {
                throw new ProblemException(CommonReason.TEMPORARILY_UNAVAILABLE)
                        .withRetryAfter(Duration.ofMinutes(1))
                        .causedBy(damaged);
            }
        }
    }
}
