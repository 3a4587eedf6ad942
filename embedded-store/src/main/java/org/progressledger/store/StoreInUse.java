package org.progressledger.store;

import java.nio.file.Path;

/** The file belongs to another store, in this process or in another. */
public final class StoreInUse extends StoreNotOpened {
    StoreInUse(Path file, Throwable cause) {
        super("The store file is in use by another process: " + file, cause);
    }
}
