package org.progressledger.ledger.tree;

/** A tile that has to be there is missing, or is not what a tile can be. */
public final class TreeDamaged extends RuntimeException {

    public TreeDamaged(String reason) {
        super(reason);
    }
}
