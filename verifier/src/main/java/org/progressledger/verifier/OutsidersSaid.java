package org.progressledger.verifier;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.progressledger.verifier.AnchorCheck.Anchored;
import org.progressledger.verifier.Finding.Kind;
import org.progressledger.verifier.Verdict.Remark;

/** How far the word of others reaches. */
public final class OutsidersSaid {
    private final Outsiders outsiders;
    private long witnessed = -1;
    private long stamped = -1;
    private Optional<Instant> stampedAt = Optional.empty();
    private boolean passedOver;

    public OutsidersSaid(Outsiders outsiders) {
        this.outsiders = outsiders;
    }

    /** Of a checkpoint that agrees with the events. */
    public void said(long size, Anchored anchored) {
        if (anchored.isWitnessed()) {
            witnessed = Math.max(witnessed, size);
        }
        if (anchored.stampedAt().isPresent() && size > stamped) {
            stamped = size;
            stampedAt = anchored.stampedAt();
        }
        passedOver |= anchored.passedOver();
    }

    /** @throws Wrong if somebody's word was asked for, and there is none */
    public void requireWhatWasAskedFor() {
        if (!outsiders.witnesses().isEmpty() && witnessed < 0) {
            throw new Wrong(Finding.of(Kind.NOT_WITNESSED, "tree_anchors", Integer.toString(outsiders.quorum())));
        }
        if (!outsiders.authorities().isEmpty() && stamped < 0) {
            throw new Wrong(Finding.of(Kind.NOT_STAMPED, "tree_anchors", ""));
        }
    }

    /** @param sealed how many events the largest checkpoint covers */
    public Set<Remark> remarks(long sealed) {
        Set<Remark> remarks = EnumSet.noneOf(Remark.class);
        if (witnessed >= 0 && witnessed < sealed) {
            remarks.add(Remark.TAIL_NOT_WITNESSED);
        }
        if (passedOver) {
            remarks.add(Remark.OUTSIDERS_NOT_LOOKED_AT);
        }
        return remarks;
    }

    public long witnessed() {
        return witnessed;
    }

    public long stamped() {
        return stamped;
    }

    public Optional<Instant> stampedAt() {
        return stampedAt;
    }
}
