package org.progressledger.ledger.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.ledger.sealing.SealerState.Role;
import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

@OnEmbeddedStore
class SealerThreadIT {
    // a slow machine is no failure
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void a_sealer_that_ends_seals_what_was_recorded_last_and_lets_go(@TempDir Path folder) throws Exception {
        SealedDatabase ledger = new SealedDatabase(TestMongo.embedded().freshDatabase(), folder);
        // it looks once at its beginning, and would not look again within this test
        SealingSettings seldom = new SealingSettings(
                SealedDatabase.ORIGIN,
                folder.resolve("ledger.key"),
                Duration.ofHours(1),
                100,
                Duration.ofHours(2),
                Duration.ZERO);
        Sealer sealer = Sealer.of(ledger.database, ledger.log(), seldom, InstantSource.system(), "this test");
        try (SealerThread thread = SealerThread.start(sealer, seldom)) {
            Instant end = Instant.now().plus(PATIENCE);
            while (thread.state().role() != Role.SEALING && Instant.now().isBefore(end)) {
                Thread.sleep(10);
            }
            ledger.record("s", 0, 3);
        }

        Document head = ledger.database.getCollection("tree_head").find().first();
        assertThat(head.getLong("size")).isEqualTo(3);
        assertThat(head.getString("holder")).isEmpty();
    }
}
