package org.progressledger.verifier;

import java.nio.file.Path;
import java.util.Optional;
import org.progressledger.testservers.StoppableMongod;

/** {@code -Dflipped.rounds.mongod=200} for more than a glance. */
class RealMongoFlippedBitsIT extends FlippedBits {

    @Override
    Optional<Store> store(Path folder) throws Exception {
        return StoppableMongod.in(folder).map(mongod -> new Store() {
            @Override
            public Optional<String> start() throws Exception {
                return mongod.start();
            }

            @Override
            public void stop() throws Exception {
                mongod.stop();
            }

            @Override
            public void close() {
                mongod.close();
            }
        });
    }

    @Override
    boolean isOfTheLedger(Path file) {
        String name = file.getFileName().toString();
        return file.getParent().getFileName().toString().equals("flipped") && name.endsWith(".wt");
    }

    @Override
    int rounds() {
        return Integer.getInteger("flipped.rounds.mongod", 3);
    }
}
