package org.progressledger.projectledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ReadPreference;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PrimaryReadsTest {
    @Test
    void answers_are_read_where_they_are_written_whatever_the_connection_string_says() {
        ProjectLedgerSettings settings = new ProjectLedgerSettings(
                "ledger", Path.of("none"), false, Duration.ofSeconds(5), 1, 1, Duration.ofSeconds(60), 1, 1);
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:1/?readPreference=secondaryPreferred")) {
            assertThat(client.getDatabase("ledger").getReadPreference()).isEqualTo(ReadPreference.secondaryPreferred());
            assertThat(new ProjectLedgerConfiguration()
                            .ledgerDatabase(client, settings)
                            .getReadPreference())
                    .isEqualTo(ReadPreference.primary());
        }
    }
}
