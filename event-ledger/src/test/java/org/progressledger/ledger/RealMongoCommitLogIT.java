package org.progressledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.progressledger.ledger.Examples.append;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.progressledger.testservers.OnRealMongo;
import org.progressledger.testservers.TestMongo;

@OnRealMongo
class RealMongoCommitLogIT extends CommitLogContract {
    private static final Duration A_LONG_WHILE = Duration.ofSeconds(20);

    @Override
    TestMongo server() {
        return TestMongo.real();
    }

    @Test
    void what_was_announced_need_not_be_asked_for_by_who_follows() throws InterruptedException {
        MongoDatabase database = server().freshDatabase();
        CommitLog elsewhere = CommitLog.open(database, LedgerSettings.defaults(), InstantSource.system());
        CommitLog log = CommitLog.open(database, LedgerSettings.defaults(), InstantSource.system());
        try (CommitBell bell = log.bell()) {
            while (!bell.isListening()) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            bell.await(0, A_LONG_WHILE);
            assertThat(log.follow(0)).isEmpty();
            long before = bell.rung();
            Commit commit = elsewhere.append(append("stream", 0, 2));
            bell.await(before, A_LONG_WHILE);
            // so that nobody who asks finds it
            database.getCollection("commits").deleteMany(new Document());
            assertThat(log.read(0, 10)).isEmpty();
            assertThat(log.replay(0, 10)).isEmpty();
            assertThat(log.follow(0).toList()).isEqualTo(commit.events());
            database.getCollection("commits").drop();
            while (bell.isListening()) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            assertThatExceptionOfType(LedgerDamaged.class)
                    .isThrownBy(() -> log.follow(0).count());
        }
    }

    @Test
    void whoever_waits_is_woken_by_what_another_process_records() throws InterruptedException {
        MongoDatabase database = server().freshDatabase();
        CommitLog elsewhere = CommitLog.open(database, LedgerSettings.defaults(), InstantSource.system());
        try (CommitBell bell = CommitLog.open(database, LedgerSettings.defaults(), InstantSource.system())
                .bell()) {
            while (!bell.isListening()) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            bell.await(0, A_LONG_WHILE);
            for (int commit = 0; commit < 3; commit++) {
                long before = bell.rung();
                elsewhere.append(append("stream", commit, 1));
                bell.await(before, A_LONG_WHILE);
                assertThat(bell.rung()).isGreaterThan(before);
            }
        }
    }
}
