package org.progressledger.query;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.progressledger.access.Accounts;
import org.progressledger.access.Role;
import org.progressledger.events.EventCatalogue;
import org.progressledger.events.EventJson;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.Provenance;
import org.progressledger.ledger.Append;
import org.progressledger.ledger.CommandIdentity;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerSettings;
import org.progressledger.ledger.NewEvent;
import org.progressledger.query.projection.AcrossProjects;
import org.progressledger.testservers.TestMongo;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/** The whole query service on a real port over a database of its own, and a ledger to append to. */
final class RunningService implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final MongoDatabase database;
    final MovableClock clock;
    private final TestMongo server;
    private final Path folder;
    private final CommitLog ledger;
    private final AcrossProjects beside;
    private final List<String> more;
    private ConfigurableApplicationContext context;
    private int port;

    /** Time that a test moves. */
    static final class MovableClock implements InstantSource {
        private volatile Instant now = Instant.now();

        void moveTo(Instant instant) {
            now = instant;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** An answer over HTTP. */
    record Answer(int status, String body, Map<String, List<String>> headers) {
        JsonNode json() {
            return EventJson.mapper().readTree(body);
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of(""))
                    .getFirst();
        }
    }

    RunningService(TestMongo server, Path folder, String... more) {
        this(server, folder, null, more);
    }

    /** One that keeps something else of each project beside. */
    RunningService(TestMongo server, Path folder, AcrossProjects beside, String... more) {
        this(server, folder, server.freshDatabase(), beside, more);
        start();
        addAccounts();
    }

    private RunningService(
            TestMongo server, Path folder, MongoDatabase database, AcrossProjects beside, String... more) {
        this.beside = beside;
        this.more = List.of(more);
        this.server = server;
        this.folder = folder;
        this.database = database;
        this.clock = new MovableClock();
        this.ledger = CommitLog.open(database, LedgerSettings.defaults(), InstantSource.system());
    }

    /** Another one on the same database, to be started; perhaps of a release that keeps something else beside. */
    RunningService another(AcrossProjects beside, String... more) {
        return new RunningService(server, folder, database, beside, more);
    }

    void start() {
        context = new SpringApplicationBuilder(QueryService.class)
                .initializers(starting -> {
                    GenericApplicationContext all = (GenericApplicationContext) starting;
                    all.registerBean("clock", InstantSource.class, () -> clock);
                    if (beside != null) {
                        all.registerBean("beside", AcrossProjects.class, () -> beside);
                    }
                })
                .run(arguments());
        port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    private String[] arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.mongodb.uri=" + server.connectionString(),
                "--progress-ledger.ledger.database=" + database.getName(),
                "--progress-ledger.ledger.master-key-file=" + folder.resolve("master.key"),
                "--progress-ledger.query.patience=3s",
                "--progress-ledger.query.due-check=100ms",
                "--progress-ledger.access.bcrypt-strength=8",
                "--progress-ledger.access.password-minimum=8"));
        if (more.stream().noneMatch(argument -> argument.startsWith("--progress-ledger.live.pages"))) {
            // who asks for every endpoint would wait long for the end of a stream
            arguments.add("--progress-ledger.live.pages=0");
        }
        arguments.removeIf(usual -> more.stream().anyMatch(one -> name(one).equals(name(usual))));
        arguments.addAll(more);
        return arguments.toArray(String[]::new);
    }

    private static String name(String argument) {
        return argument.substring(0, argument.indexOf('=') + 1);
    }

    void stop() {
        context.close();
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    <T> Map<String, T> beans(Class<T> type) {
        return context.getBeansOfType(type);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    private void addAccounts() {
        Accounts accounts = bean(Accounts.class);
        for (Role role : Role.values()) {
            List<String> scope = role == Role.OFFICER ? List.of("5047") : List.of();
            accounts.add(name(role), role, role == Role.OFFICER ? "สำนักงานเขตบางนา" : null, scope, PASSWORD);
        }
    }

    static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** Records the events of one command; answers the position of the last one. */
    long record(Provenance provenance, ProjectEvent... events) {
        List<NewEvent> news = new ArrayList<>();
        for (ProjectEvent event : events) {
            String stream = event.project().text();
            long next = ledger.lastSequence(stream).orElse(-1) + 1;
            long earlier =
                    news.stream().filter(one -> one.stream().equals(stream)).count();
            EventCatalogue entry = EventCatalogue.of(event);
            news.add(anEvent(
                    stream, next + earlier, entry.storedName(), entry.revision(), EventJson.write(event), provenance));
        }
        return append(news);
    }

    long record(ProjectEvent... events) {
        return record(Facts.CLERK, events);
    }

    /** An event that no release of ours wrote. */
    long recordUnknown(String stream, String storedName) {
        return recordStored(stream, storedName, "1", "{}");
    }

    /** An event in the bytes in which some release wrote it. */
    long recordStored(String stream, String storedName, String revision, String payload) {
        long next = ledger.lastSequence(stream).orElse(-1) + 1;
        return append(List.of(anEvent(stream, next, storedName, revision, payload, Facts.CLERK)));
    }

    private static NewEvent anEvent(
            String stream, long sequence, String type, String revision, String payload, Provenance provenance) {
        return new NewEvent(
                UUID.randomUUID().toString(),
                "Project",
                stream,
                sequence,
                type,
                revision,
                Instant.now(),
                payload,
                provenance.toMetadata());
    }

    private long append(List<NewEvent> events) {
        CommandIdentity command = new CommandIdentity("clerk", UUID.randomUUID().toString(), null);
        return ledger.append(new Append(command, events)).lastPosition();
    }

    Answer get(String path, Role role) {
        return send("GET", path, role, "th");
    }

    /** As a program asks that says how old the answer may be. */
    Answer get(String path, Role role, String cacheControl) {
        return send("GET", path, role, "th", "*/*", "Cache-Control", cacheControl);
    }

    Answer anonymously(String method, String path) {
        return send(method, path, null, "th");
    }

    /** As a browser asks. */
    Answer page(String path, Role role, String language) {
        return send("GET", path, role, language, "text/html");
    }

    /** As the script of a page asks for a part of it. */
    Answer ofScript(String path, Role role) {
        return send("GET", path, role, "th", "*/*", "HX-Request", "true");
    }

    Answer send(String method, String path, Role role, String language) {
        return send(method, path, role, language, "*/*");
    }

    Answer post(String path, Role role, String json) {
        return send("POST", path, role, "en", "*/*", BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    private Answer send(String method, String path, Role role, String language, String accept, String... headers) {
        return send(method, path, role, language, accept, BodyPublishers.noBody(), headers);
    }

    private Answer send(
            String method,
            String path,
            Role role,
            String language,
            String accept,
            BodyPublisher body,
            String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address().resolve(path))
                .header("Accept-Language", language)
                .header("Accept", accept)
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (role != null) {
            String pair = name(role) + ":" + PASSWORD;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    answer.statusCode(), answer.body(), answer.headers().map());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        stop();
        database.drop();
    }
}
