package org.progressledger.verifier;

import java.util.ArrayList;
import java.util.List;
import org.progressledger.ledger.note.NoteRefused;
import org.progressledger.ledger.note.VerifierKey;
import org.progressledger.ledger.tree.Checkpoint;

/**
 * Who may have signed a checkpoint of a size: the keys that the auditor gave, or else those that the ledger states; each from its
 * first tree to the one before its successor's.
 */
final class Signers {
    private final List<StatedKey> stated;
    private final List<VerifierKey> given;

    Signers(List<StatedKey> stated, List<VerifierKey> given) {
        this.stated = List.copyOf(stated);
        this.given = List.copyOf(given);
    }

    /** @throws NoteRefused if it is malformed, or not signed by a key that may have signed it */
    Checkpoint open(String note) {
        Checkpoint unverified = Checkpoint.unverified(note);
        List<VerifierKey> allowed = of(unverified.size());
        if (allowed.isEmpty()) {
            throw new NoteRefused("No key may have signed a checkpoint of " + unverified.size());
        }
        return Checkpoint.open(note, allowed.getFirst().name(), allowed);
    }

    private List<VerifierKey> of(long size) {
        List<VerifierKey> allowed = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) {
            boolean begun = size >= stated.get(i).fromTreeSize();
            boolean over = i + 1 < stated.size()
                    && size >= stated.get(i + 1).fromTreeSize()
                    && stated.get(i + 1).fromTreeSize() > stated.get(i).fromTreeSize();
            if (begun
                    && !over
                    && (given.isEmpty() || given.contains(stated.get(i).key()))) {
                allowed.add(stated.get(i).key());
            }
        }
        for (VerifierKey key : given) {
            if (stated.stream().noneMatch(one -> one.key().equals(key))) {
                allowed.add(key);
            }
        }
        return allowed;
    }
}
