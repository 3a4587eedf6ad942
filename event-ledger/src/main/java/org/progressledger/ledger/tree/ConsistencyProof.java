package org.progressledger.ledger.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * That a tree begins with an earlier one: nothing in it was changed, only leaves were added.
 *
 * @param from size of the earlier tree
 * @param to size of the later tree
 * @param path RFC 6962, section 2.1.2
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /**
     * Whether it shows that the later tree begins with the earlier one; RFC 9162, section 2.1.4.2. Every tree begins with the
     * empty one, which takes no path.
     */
    public boolean proves(Hash earlier, Hash later) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == to || from == 0) {
            return path.isEmpty() && earlier.equals(from == to ? later : Hash.ofEmptyTree());
        }
        return !path.isEmpty() && climbs(earlier, later);
    }

    private boolean climbs(Hash earlier, Hash later) {
        Deque<Hash> hashes = new ArrayDeque<>(path);
        if (Long.bitCount(from) == 1) {
            hashes.addFirst(earlier); // a perfect tree is a node of the later one, and is not sent
        }
        Climb climb = new Climb(from - 1, to - 1).pastRightNodes();
        Hash inEarlier = hashes.removeFirst();
        Hash inLater = inEarlier;
        for (Hash beside : hashes) {
            if (climb.isAtTheTop()) {
                return false;
            }
            if (climb.isLeftNeighbour()) {
                inEarlier = Hash.ofNode(beside, inEarlier);
                inLater = Hash.ofNode(beside, inLater);
            } else {
                inLater = Hash.ofNode(inLater, beside);
            }
            climb.up();
        }
        return climb.isAtTheTop() && inEarlier.equals(earlier) && inLater.equals(later);
    }
}
