package org.progressledger.ledger.tree;

/** The way from a leaf to the root of RFC 9162: a node's place and that of the last node on the same height. */
final class Climb {

    private long node;
    private long last;

    Climb(long node, long last) {
        this.node = node;
        this.last = last;
    }

    boolean isAtTheTop() {
        return last == 0;
    }

    /** Whether what stands beside the node stands to its left; a last node without a neighbour first rises to where it has one. */
    boolean isLeftNeighbour() {
        if ((node & 1) == 0 && node != last) {
            return false;
        }
        while ((node & 1) == 0 && node != 0) {
            node >>>= 1;
            last >>>= 1;
        }
        return true;
    }

    void up() {
        node >>>= 1;
        last >>>= 1;
    }

    /** Rises past all nodes that are right ones. */
    Climb pastRightNodes() {
        while ((node & 1) == 1) {
            up();
        }
        return this;
    }
}
