package org.progressledger.ledger;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What this process knows of the ledger's end: looked for by a sort once, then followed commit by commit.
 *
 * <p>Only commits that a majority holds move it, so a position after it may be claimed: no failover can take its
 * predecessor away.
 */
final class KnownTail {

    private static final int WINDOW = 256;

    private final CommitCollection commits;
    private final AtomicReference<@Nullable Tail> known = new AtomicReference<>();

    KnownTail(CommitCollection commits) {
        this.commits = commits;
    }

    /** The end as it was last seen. */
    Tail lastSeen() {
        Tail tail = known.get();
        return tail != null
                ? tail
                : moveTo(commits.lastBySort().map(Tail::after).orElse(Tail.OF_NOTHING));
    }

    /** The end as it is now: one document is asked for by its position, and more only while there are more. */
    Tail lookAgain() {
        Tail tail = lastSeen();
        int width = 1;
        List<Commit> following = commits.beginningIn(tail.next(), tail.next() + width);
        while (!following.isEmpty()) {
            tail = follow(tail, following);
            width = Math.min(2 * width, WINDOW);
            following = commits.beginningIn(tail.next(), tail.next() + width);
        }
        return tail;
    }

    /** The end as it is, about: as many are asked for at once, and others only where they reach as far. */
    Tail catchUp(int window) {
        Tail tail = lastSeen();
        long asked;
        do {
            asked = tail.next() + window;
            tail = follow(tail, commits.beginningIn(tail.next(), asked));
        } while (tail.next() >= asked);
        return tail;
    }

    /** Takes note of a commit that a majority holds; while the end was never looked for, it stays unknown. */
    void saw(Commit commit) {
        saw(Tail.after(commit));
    }

    void saw(Tail tail) {
        if (known.get() != null) {
            moveTo(tail);
        }
    }

    boolean isKnownToEndAt(long position) {
        Tail tail = known.get();
        return tail != null && position == tail.next();
    }

    boolean isKnownToHold(long position) {
        Tail tail = known.get();
        return tail != null && position < tail.next();
    }

    /** By what was found alone: meanwhile another thread may have moved the end beyond it. */
    private Tail follow(Tail from, List<Commit> following) {
        Tail tail = from;
        for (Commit commit : following) {
            if (commit.firstPosition() != tail.next()) {
                // perhaps recorded between two looks of the cursor: asked for once more
                Tail hole = tail;
                return moveTo(commits.at(tail.next()).map(Tail::after).orElseThrow(() -> hole.missing()));
            }
            tail = Tail.after(commit);
        }
        return moveTo(tail);
    }

    private Tail moveTo(Tail tail) {
        return known.accumulateAndGet(tail, (was, now) -> was == null || now.next() > was.next() ? now : was);
    }
}
