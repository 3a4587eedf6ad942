package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
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
            CompletableFuture<Answer> waits = CompletableFuture.supplyAsync(
                    () -> service.get("/api/v1/projects/" + BAN + "?atLeast=" + (position + 1), Role.AUDITOR));
            await().until(() -> metrics(service).contains("at_least_waiting 1.0"));
            // what waits for what is recorded only later keeps nobody out
            await().until(() -> service.get("/api/v1/projects", Role.AUDITOR).status() == 200);
            try (Socket sender = slowly(service)) {
                othersAreRefused(service);
                sender.getOutputStream().write("[]".getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(sender.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 400");
            }
            service.record(Facts.report(ProjectCode.of(BAN), 1, "2021-11-02", "5"));
            assertThat(waits.get(1, TimeUnit.MINUTES).status()).isEqualTo(200);
            assertThat(service.page("/projects", Role.AUDITOR, "th").status()).isEqualTo(200);
        }
    }

    /** Begins to ask for something and is in work until the rest has come. */
    private static Socket slowly(RunningService service) throws IOException {
        Socket sender = new Socket("localhost", service.address().getPort());
        sender.setSoTimeout(60_000);
        String pair = RunningService.name(Role.ADMIN) + ":" + RunningService.PASSWORD;
        sender.getOutputStream()
                .write("""
                        POST /api/v1/replays HTTP/1.1
                        Host: localhost
                        Authorization: Basic %s
                        Content-Type: application/json
                        Content-Length: 2
                        Expect: 100-continue
                        Connection: close

                        """.formatted(Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII)))
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        byte[] goOn = "HTTP/1.1 100 \r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(sender.getInputStream().readNBytes(goOn.length)).isEqualTo(goOn);
        return sender;
    }

    private static void othersAreRefused(RunningService service) {
        Answer refused = service.get("/api/v1/projects", Role.AUDITOR);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().path("code").asString()).isEqualTo("OVERLOADED");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        Answer page = service.page("/projects", Role.AUDITOR, "th");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Retry-After")).isEqualTo("1");
        assertThat(page.body()).contains("lang=\"th\"", "มีผู้ใช้งานพร้อมกันมากเกินกว่าที่ระบบจะตอบได้", "OVERLOADED");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Cache-Control")).contains("no-store");
        // before anybody looks who asks
        assertThat(service.anonymously("GET", "/api/v1/projects").status()).isEqualTo(503);
        assertThat(service.anonymously("GET", "/actuator/health/readiness").status())
                .isEqualTo(200);
        assertThat(metrics(service))
                .containsPattern("requests_in_work(\\{[^}]*})? 1\\.0")
                .containsPattern("requests_shed_total(\\{[^}]*})? [1-9]");
    }

    private static String metrics(RunningService service) {
        return service.get("/actuator/prometheus", Role.AUDITOR).body();
    }
}
