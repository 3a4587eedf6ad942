package org.progressledger.store;

/** Starts a store as a process of its own. */
public final class StoreMain {
    private StoreMain() {}

    public static void main(String[] args) {
        throw new UnsupportedOperationException();
    }
}
