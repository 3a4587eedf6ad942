package org.progressledger.store;

import org.jspecify.annotations.Nullable;

/** The folder or the file cannot be read and written, or the file is not a store. */
public final class StoreUnusable extends StoreNotOpened {
    StoreUnusable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
