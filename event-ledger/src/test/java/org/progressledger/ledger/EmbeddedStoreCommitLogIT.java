package org.progressledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

@OnEmbeddedStore
class EmbeddedStoreCommitLogIT extends CommitLogContract {

    @Override
    TestMongo server() {
        return TestMongo.embedded();
    }

    @Test
    void a_server_that_announces_nothing_leaves_whoever_waits_to_look() throws InterruptedException {
        try (CommitBell bell = CommitLog.open(
                        server().freshDatabase(), LedgerSettings.defaults(), InstantSource.system())
                .bell()) {
            bell.await(bell.rung(), Duration.ofMillis(20));
            assertThat(bell.isListening()).isFalse();
            assertThat(bell.rung()).isZero();
        }
    }
}
