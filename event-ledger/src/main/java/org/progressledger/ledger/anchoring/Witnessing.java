package org.progressledger.ledger.anchoring;

import java.io.IOException;
import java.util.Optional;
import java.util.function.LongFunction;
import org.progressledger.ledger.anchoring.WitnessState.Outcome;
import org.progressledger.ledger.note.Cosignature;
import org.progressledger.ledger.sealing.SealedCheckpoint;
import org.progressledger.ledger.tree.ConsistencyProof;
import org.progressledger.ledger.tree.TiledTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What passes between us and one witness. Asked by one thread at a time; its state is read by any. */
final class Witnessing {

    private static final Logger LOG = LoggerFactory.getLogger(Witnessing.class);
    private static final int MOST_ATTEMPTS = 3;
    private static final int PROOF_DOES_NOT_VERIFY = 422;

    private final Witness witness;
    private final WitnessClient client;
    private final LongFunction<TiledTree> trees;
    private long held; // the size that it cosigned last, as far as we know
    private volatile WitnessState state;

    /** @param trees the tree of a size */
    Witnessing(Witness witness, WitnessClient client, LongFunction<TiledTree> trees) {
        this.witness = witness;
        this.client = client;
        this.trees = trees;
        this.state = new WitnessState(witness.name(), Outcome.NOT_ASKED, 0, 0, "");
    }

    WitnessState state() {
        return state;
    }

    /** Never throws: what went wrong is in the state and in the log. */
    Optional<Cosignature> cosign(SealedCheckpoint sealed) {
        try {
            return ask(sealed);
        } catch (IOException e) {
            failed(Outcome.UNREACHABLE, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            failed(Outcome.UNREACHABLE, e.toString());
        }
        return Optional.empty();
    }

    private Optional<Cosignature> ask(SealedCheckpoint sealed) throws IOException {
        long size = sealed.checkpoint().size();
        long old = Math.min(held, size);
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            ConsistencyProof proof = trees.apply(size).consistency(old);
            switch (client.addCheckpoint(witness, proof, sealed.note())) {
                case WitnessClient.Cosigned(Cosignature cosignature) -> {
                    held = size;
                    become(Outcome.COSIGNED, size, state.failures(), "cosigned %d events".formatted(size));
                    return Optional.of(cosignature);
                }
                case WitnessClient.HoldsAnother(long other) -> {
                    if (other > size || other == old) {
                        failed(
                                Outcome.CONTRADICTS,
                                other > size
                                        ? "it cosigned %d events, and we have %d".formatted(other, size)
                                        : "it cosigned other events than our first %d".formatted(other));
                        return Optional.empty();
                    }
                    old = other;
                }
                case WitnessClient.Refused(int status, String reason) -> {
                    failed(
                            status == PROOF_DOES_NOT_VERIFY ? Outcome.CONTRADICTS : Outcome.REFUSED,
                            "%d: %s".formatted(status, reason));
                    return Optional.empty();
                }
            }
        }
        failed(Outcome.REFUSED, "it names another size each time");
        return Optional.empty();
    }

    private void failed(Outcome outcome, String detail) {
        become(outcome, state.size(), state.failures() + 1, detail);
    }

    private void become(Outcome outcome, long size, long failures, String detail) {
        if (outcome != state.outcome()) {
            switch (outcome) {
                case CONTRADICTS ->
                    LOG.error("The witness {} holds another history of this log: {}", witness.name(), detail);
                case UNREACHABLE, REFUSED -> LOG.warn("The witness {} does not cosign: {}", witness.name(), detail);
                case COSIGNED, NOT_ASKED -> LOG.info("The witness {} {}", witness.name(), detail);
            }
        }
        state = new WitnessState(witness.name(), outcome, size, failures, detail);
    }
}
