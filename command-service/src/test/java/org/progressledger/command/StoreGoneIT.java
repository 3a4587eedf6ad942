package org.progressledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.command.Office.COORDINATOR;
import static org.progressledger.command.Office.OFFICER;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.command.Office.Answer;
import org.progressledger.events.ProjectCode;
import org.progressledger.store.EmbeddedStore;
import org.progressledger.store.StoreSettings;

/** The store goes and comes back under a running command service. */
class StoreGoneIT {
    @TempDir
    Path folder;

    @Test
    void without_its_store_the_service_says_come_back_and_with_it_goes_on() {
        StoreSettings settings = StoreSettings.inFile(folder.resolve("ledger.mv"));
        EmbeddedStore store = EmbeddedStore.open(settings);
        Office office = Office.open(
                "store in a file", store.connectionString(), "office", "progress-ledger.ledger.server-wait=500ms");
        try {
            String code = office.newProject();
            String at = "/api/v1/projects/" + code + "/reports";
            String key = Office.newKey();
            store.close();

            comeBack(office.post(OFFICER, at, Office.report(1, "2020-10-28", 10), "Idempotency-Key", key));
            comeBack(office.post(OFFICER, at, Office.report(1, "2020-10-28", 10)));
            comeBack(Papers.hand(office, OFFICER, Papers.sample(Papers.A, Office.newCode())));
            comeBack(office.post(COORDINATOR, at, Office.report(1, "2020-10-28", 10)));

            store = EmbeddedStore.open(settings.withPort(store.port()));
            Answer answer = office.post(OFFICER, at, Office.report(1, "2020-10-28", 10), "Idempotency-Key", key);
            Instant patience = Instant.now().plus(Duration.ofSeconds(20));
            while (answer.status() == 503 && Instant.now().isBefore(patience)) {
                answer = office.post(OFFICER, at, Office.report(1, "2020-10-28", 10), "Idempotency-Key", key);
            }
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
            assertThat(answer.position()).isEqualTo(1);
            assertThat(office.archive().recordedOf(ProjectCode.of(code))).hasSize(2);
        } finally {
            office.close();
            store.close();
        }
    }

    private static void comeBack(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("STORE_UNAVAILABLE");
        assertThat(Integer.parseInt(answer.header("retry-after"))).isPositive();
        assertThat(answer.body().get("detail").asString()).isNotEmpty();
    }
}
