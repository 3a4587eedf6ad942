package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import org.bson.Document;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.access.Role;
import org.progressledger.events.Baht;
import org.progressledger.events.Percent;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;
import org.progressledger.query.RunningService.Answer;
import org.progressledger.query.export.table.CsvFile;
import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that end too early, over real connections: nobody may take one for whole. */
@OnEmbeddedStore
class BrokenOffExportsIT {
    // a slow machine is no failure
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PROJECTS = 60;
    private static final String BROKEN = "55550000-0060";

    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() throws InterruptedException {
        service = new RunningService(TestMongo.embedded(), folder, "--progress-ledger.load.at-once=1");
        long last = -1;
        for (int i = 1; i <= PROJECTS; i++) {
            ProjectCode code = ProjectCode.of("55550000-%04d".formatted(i));
            ReportContent content = new ReportContent(
                    Percent.of("10"),
                    Baht.ZERO,
                    ScheduleStatus.ON_PLAN,
                    TargetStatus.ON_TARGET,
                    "ดำเนินการตามแผน ".repeat(6_000));
            last = service.record(
                    Facts.registered(code, "โครงการ " + i, "สำนักตัวอย่าง", 2565, null),
                    new ProgressReported(code, 1, 1, LocalDate.of(2021, 10, 28), content, null));
        }
        Instant deadline = Instant.now().plus(PATIENCE);
        while (service.get("/api/v1/projects?atLeast=" + last, Role.AUDITOR).status() != 200) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(100);
        }
        // what names a part that is gone cannot be answered
        assertThat(Kept.in(service.database, "project_parts")
                        .deleteMany(new Document("_id", new Document("$regex", "^" + BROKEN + "/reports/")))
                        .getDeletedCount())
                .isPositive();
    }

    /** The clock of this service stands still: files begun at one instant have no order in the record. */
    @BeforeEach
    void timePasses() {
        service.clock.moveTo(Instant.now());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String basic() {
        String pair = RunningService.name(Role.AUDITOR) + ":" + RunningService.PASSWORD;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** What arrives before the transfer fails; it must fail. */
    private static byte[] brokenOff(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                service.address().resolve("/api/v1" + path).toURL().openConnection();
        connection.setRequestProperty("Authorization", basic());
        connection.setReadTimeout((int) PATIENCE.toMillis());
        assertThat(connection.getResponseCode()).isEqualTo(200);
        ByteArrayOutputStream arrived = new ByteArrayOutputStream();
        boolean[] whole = {false};
        assertThatThrownBy(() -> {
                    try (InputStream in = connection.getInputStream()) {
                        in.transferTo(arrived);
                        whole[0] = true;
                    }
                })
                .isInstanceOf(IOException.class);
        assertThat(whole[0]).isFalse();
        return arrived.toByteArray();
    }

    private static JsonNode lastExport() {
        return service.get("/api/v1/exports?size=1", Role.AUDITOR)
                .json()
                .path("items")
                .path(0);
    }

    private static void isNotedAsAborted(String reason) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (lastExport().path("outcome").asString().equals("RUNNING")
                && Instant.now().isBefore(deadline)) {
            Thread.sleep(50);
        }
        JsonNode entry = lastExport();
        assertThat(entry.path("outcome").asString()).isEqualTo("ABORTED");
        assertThat(entry.path("reason").asString()).as(entry.toString()).isEqualTo(reason);
        assertThat(entry.path("sha256").isNull()).isTrue();
        assertThat(entry.path("rows").asInt()).isPositive();
    }

    @Test
    void a_csv_file_that_breaks_off_says_so_in_its_last_line_and_the_transfer_fails() throws Exception {
        String arrived =
                new String(brokenOff("/projects/export.csv?table=reports&fiscalYear=2565"), StandardCharsets.UTF_8);

        assertThat(arrived).contains("55550000-0001").doesNotContain(BROKEN, "urn:progress-ledger:problem");
        assertThat(arrived.stripTrailing()).endsWith(CsvFile.INCOMPLETE);
        isNotedAsAborted("FAILED");
    }

    @Test
    void a_json_file_that_breaks_off_is_not_json() throws Exception {
        byte[] arrived = brokenOff("/projects/export.json?fiscalYear=2565");

        assertThat(new String(arrived, StandardCharsets.UTF_8))
                .startsWith("{\"exportedAt\"")
                .doesNotContain("complete", "urn:progress-ledger:problem");
        assertThatThrownBy(() -> JsonMapper.shared().readTree(arrived))
                .isInstanceOf(tools.jackson.core.JacksonException.class);
        isNotedAsAborted("FAILED");
    }

    @Test
    void a_workbook_that_breaks_off_is_none() throws Exception {
        byte[] arrived = brokenOff("/projects/export.xlsx?fiscalYear=2565");

        assertThat(arrived).isNotEmpty();
        assertThatThrownBy(() -> new ReadableWorkbook(new ByteArrayInputStream(arrived))
                        .getFirstSheet()
                        .read())
                .isInstanceOf(Exception.class);
        isNotedAsAborted("FAILED");
    }

    @Test
    void what_fails_before_anything_left_is_a_problem_document() {
        Answer answer = service.get("/api/v1/projects/" + BROKEN + "/export.csv", Role.AUDITOR);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asString()).isEqualTo("UNEXPECTED");
    }

    /** One for whom the service has to wait. */
    private static Socket slowReader() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("localhost", service.address().getPort()));
        socket.getOutputStream()
                .write(("GET /api/v1/projects/export.json?fiscalYear=2565 HTTP/1.1\r\n"
                                + "Host: localhost\r\nAuthorization: " + basic() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().readNBytes(500)).hasSize(500);
        return socket;
    }

    @Test
    void a_file_that_waits_for_its_reader_keeps_nobody_else_out() throws Exception {
        try (Socket reader = slowReader()) {
            assertThat(service.get("/api/v1/projects?size=1", Role.AUDITOR).status())
                    .isEqualTo(200);
            assertThat(lastExport().path("outcome").asString()).isEqualTo("RUNNING");
        }
        isNotedAsAborted("READER_GONE");
    }

    @Test
    void who_hangs_up_ends_the_work() throws Exception {
        slowReader().close();

        isNotedAsAborted("READER_GONE");
        assertThat(lastExport().path("rows").asInt()).isLessThan(PROJECTS - 1);
    }
}
