package org.progressledger.verifier;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.store.EmbeddedStore;
import org.progressledger.store.StoreInUse;
import org.progressledger.store.StoreSettings;
import org.progressledger.store.StoreUnusable;

/** {@code -Dflipped.rounds.embedded=2000} for more than a glance. */
class EmbeddedStoreFlippedBitsIT extends FlippedBits {

    @Override
    Optional<Store> store(Path folder) {
        return Optional.of(new Store() {
            private @Nullable EmbeddedStore store;

            @Override
            public Optional<String> start() {
                try {
                    store = EmbeddedStore.open(StoreSettings.inFile(folder.resolve("ledger.mv")));
                    return Optional.of(store.connectionString());
                } catch (StoreUnusable | StoreInUse refused) {
                    return Optional.empty();
                }
            }

            @Override
            public void stop() {
                if (store != null) {
                    store.close();
                    store = null;
                }
            }

            @Override
            public void close() {
                stop();
            }
        });
    }

    @Override
    boolean isOfTheLedger(Path file) {
        return file.getFileName().toString().equals("ledger.mv");
    }

    @Override
    int rounds() {
        return Integer.getInteger("flipped.rounds.embedded", 10);
    }
}
