package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.access.Role;
import org.progressledger.events.ProjectCode;
import org.progressledger.query.RunningService.Answer;
import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

/** A service that is asked more than it can work on: it works on one question, and none may wait. */
@OnEmbeddedStore
class BusyServiceIT {
    private static final String BAN = "50470000-0001";

    @TempDir
    static Path folder;

    @Test
    void a_busy_service_says_so_to_programs_and_to_people_and_goes_on_with_what_it_does() throws Exception {
        try (RunningService service = new RunningService(
                TestMongo.embedded(),
                folder,
                "--progress-ledger.load.at-once=1",
                "--progress-ledger.load.waiting=0",
                "--progress-ledger.query.patience=60s")) {
            long position = service.record(
                    Facts.registered(ProjectCode.of(BAN), "โครงการหนึ่ง", "สำนักงานเขตบางนา", 2565, null));
            // asks for what is recorded only later, and is in work until then
            CompletableFuture<Answer> inWork = CompletableFuture.supplyAsync(() -> untilTakenOn(service, position + 1));
            Answer refused = untilRefused(service);

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().path("code").asString()).isEqualTo("OVERLOADED");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
            Answer page = service.page("/projects", Role.AUDITOR, "th");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.header("Retry-After")).isEqualTo("1");
            assertThat(page.body())
                    .contains("lang=\"th\"", "มีผู้ใช้งานพร้อมกันมากเกินกว่าที่ระบบจะตอบได้", "OVERLOADED");
            assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("Cache-Control")).contains("no-store");
            // before anybody looks who asks
            assertThat(service.anonymously("GET", "/api/v1/projects").status()).isEqualTo(503);
            assertThat(service.anonymously("GET", "/actuator/health/readiness").status())
                    .isEqualTo(200);
            assertThat(service.get("/actuator/prometheus", Role.AUDITOR).body())
                    .containsPattern("requests_in_work(\\{[^}]*})? 1\\.0")
                    .containsPattern("requests_shed_total(\\{[^}]*})? [1-9]");

            service.record(Facts.report(ProjectCode.of(BAN), 1, "2021-11-02", "5"));
            Answer answered = inWork.get(1, TimeUnit.MINUTES);
            assertThat(answered.status()).isEqualTo(200);
            assertThat(service.page("/projects", Role.AUDITOR, "th").status()).isEqualTo(200);
        }
    }

    /** Another question may be in work when this one comes. */
    private static Answer untilTakenOn(RunningService service, long atLeast) {
        Answer answer;
        do {
            answer = service.get("/api/v1/projects/" + BAN + "?atLeast=" + atLeast, Role.AUDITOR);
        } while (answer.status() == 503 && answer.body().contains("OVERLOADED"));
        return answer;
    }

    private static Answer untilRefused(RunningService service) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(30);
        Answer answer = service.get("/api/v1/projects", Role.AUDITOR);
        while (answer.status() == 200) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(20);
            answer = service.get("/api/v1/projects", Role.AUDITOR);
        }
        return answer;
    }
}
