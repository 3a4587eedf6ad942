package org.progressledger.store;

/** The folder or the file cannot be read and written, or the file is not a store. */
public final class StoreUnusable extends StoreNotOpened {
    StoreUnusable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
