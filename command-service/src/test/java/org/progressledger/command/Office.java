package org.progressledger.command;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.progressledger.access.Accounts;
import org.progressledger.access.Role;
import org.progressledger.ledger.CommitLog;
import org.progressledger.projectledger.ProjectArchive;
import org.progressledger.testservers.TestMongo;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command service as a caller meets it: over HTTP, on a fresh ledger; one per server for all tests of a JVM. */
final class Office {
    /** For {@code @MethodSource}. */
    static final String ON_BOTH = "org.progressledger.command.Office#both";

    static final String OFFICER = "officer-5047";
    static final String COLLEAGUE = "officer-5047-2";
    static final String OTHER_OFFICER = "officer-0100";
    static final String COORDINATOR = "coordinator";
    static final String PASSWORD = "correct-horse-battery";

    /** Less than the default, so that a test reaches it; both samples fit. */
    static final int MAX_COMMIT_BYTES = 400_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Office> OPEN = new HashMap<>();
    private static final AtomicInteger NEXT_PROJECT = new AtomicInteger(1);

    private final String name;
    private final String[] arguments;
    private final ServletWebServerApplicationContext service;
    private final HttpClient http = HttpClient.newHttpClient();

    private Office(String name, String... arguments) {
        this.name = name;
        this.arguments = arguments;
        this.service =
                (ServletWebServerApplicationContext) new SpringApplicationBuilder(CommandService.class).run(arguments);
        Accounts accounts = service.getBean(Accounts.class);
        if (accounts.find(OFFICER).isEmpty()) {
            accounts.add(OFFICER, Role.OFFICER, "สำนักงานเขตบางนา", List.of("5047"), PASSWORD);
            accounts.add(COLLEAGUE, Role.OFFICER, "สำนักงานเขตบางนา", List.of("5047"), PASSWORD);
            accounts.add(OTHER_OFFICER, Role.OFFICER, "สภากรุงเทพมหานคร", List.of("0100"), PASSWORD);
            for (Role role : Role.all()) {
                if (role != Role.OFFICER) {
                    accounts.add(accountOf(role), role, null, List.of(), PASSWORD);
                }
            }
        }
    }

    static Stream<Office> both() {
        return TestMongo.servers().map(Office::on);
    }

    static synchronized Office on(TestMongo server) {
        return OPEN.computeIfAbsent(
                server.name(),
                name -> open(
                        name,
                        server.connectionString(),
                        server.freshDatabase().getName(),
                        "progress-ledger.ledger.max-commit-bytes=" + MAX_COMMIT_BYTES));
    }

    static Office open(String name, String connectionString, String database, String... settings) {
        Path secrets = temporaryFolder();
        List<String> properties = new ArrayList<>(List.of(
                "server.port=0",
                "spring.mongodb.uri=" + connectionString,
                "progress-ledger.ledger.database=" + database,
                "progress-ledger.ledger.master-key-file=" + secrets.resolve("master.key"),
                "progress-ledger.sealing.key-file=" + secrets.resolve("ledger.key"),
                "progress-ledger.access.bcrypt-strength=4"));
        properties.addAll(List.of(settings));
        return new Office(name, properties.stream().map(each -> "--" + each).toArray(String[]::new));
    }

    /** One more command service on the same ledger, with the same secrets; to be closed. */
    Office another() {
        return new Office(name + ", another service", arguments);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("office");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    static String accountOf(Role role) {
        return role == Role.OFFICER ? OFFICER : role.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** A code that no other test uses; 5047 is the officer's agency. */
    static String newCode() {
        return "50470000-%04d".formatted(NEXT_PROJECT.getAndIncrement());
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    void close() {
        service.close();
    }

    <T> T part(Class<T> type) {
        return service.getBean(type);
    }

    <T> Map<String, T> parts(Class<T> type) {
        return service.getBeansOfType(type);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + service.getWebServer().getPort());
    }

    ProjectArchive archive() {
        return part(ProjectArchive.class);
    }

    MongoDatabase database() {
        return part(MongoDatabase.class);
    }

    long lastPosition() {
        return part(CommitLog.class).lastPosition().orElse(-1);
    }

    // --- asking ---

    /** What came back. */
    record Answer(int status, JsonNode body, Map<String, List<String>> headers) {
        String header(String header) {
            return headers.getOrDefault(header, List.of("")).getFirst();
        }

        String code() {
            return body.path("code").asString("");
        }

        long position() {
            return Long.parseLong(header("ledger-position"));
        }
    }

    Answer post(String account, String path, Object body, String... headers) {
        return send(account, "POST", path, "application/json", publisher(body), headers);
    }

    Answer put(String account, String path, Object body) {
        return send(account, "PUT", path, "application/json", publisher(body));
    }

    Answer get(String account, String path, String... headers) {
        return send(account, "GET", path, null, BodyPublishers.noBody(), headers);
    }

    private static BodyPublisher publisher(Object body) {
        return BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
    }

    Answer send(String account, String method, String path, String contentType, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address().resolve(path)).method(method, body);
        if (account != null) {
            byte[] pair = (account + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            String type = response.headers().firstValue("content-type").orElse("");
            JsonNode json = type.contains("json") ? JSON.readTree(response.body()) : JSON.createObjectNode();
            return new Answer(response.statusCode(), json, response.headers().map());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A file as it is answered, in the language. */
    byte[] file(String account, String path, String language) {
        byte[] pair = (account + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(address().resolve(path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
                .header("Accept-Language", language)
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new AssertionError(path + ": " + response.statusCode());
            }
            return response.body();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The same at once by so many callers, all answers in the order of the callers. */
    static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<T>> answers = new ArrayList<>();
        try (var callers = Executors.newFixedThreadPool(calls.size())) {
            for (Callable<T> call : calls) {
                answers.add(callers.submit(() -> {
                    go.await();
                    return call.call();
                }));
            }
            go.countDown();
        }
        List<T> all = new ArrayList<>();
        for (Future<T> answer : answers) {
            all.add(answer.get());
        }
        return all;
    }

    // --- the usual papers ---

    static Map<String, Object> registration(String code) {
        Map<String, Object> form = new HashMap<>();
        form.put("projectCode", code);
        form.put("name", "โครงการสร้างเครือข่าย");
        form.put("fiscalYear", 2564);
        form.put("agency", Map.of("name", "สำนักงานเขตบางนา", "division", "ฝ่ายปกครอง"));
        form.put("period", Map.of("startsOn", "2020-10-01", "endsOn", "2021-09-30"));
        form.put("budget", Map.of("allocated", 122800.00, "spent", 0));
        return form;
    }

    static Map<String, Object> report(int number, String reportedOn, double percent) {
        return Map.of(
                "reportNo", number, "reportedOn", reportedOn, "percent", percent, "narrative", "อยู่ระหว่างดำเนินการ");
    }

    /** A registered project of the officer's agency. */
    String newProject() {
        String code = newCode();
        Answer answer = post(OFFICER, "/api/v1/projects", registration(code));
        if (answer.status() != 201) {
            throw new AssertionError("Not registered: " + answer);
        }
        return code;
    }

    @Override
    public String toString() {
        return name;
    }
}
