package org.progressledger.store;

import org.jspecify.annotations.Nullable;

/** The store could not be opened. The message is a whole sentence for the person who started it. */
public abstract sealed class StoreNotOpened extends RuntimeException permits StoreInUse, StoreUnusable, PortInUse {
    StoreNotOpened(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
