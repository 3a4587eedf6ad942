package org.progressledger.bench.city;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.bson.Document;
import org.progressledger.events.EventJson;
import tools.jackson.databind.JsonNode;

/** A city of one size: recorded, answered, built anew, asked. */
final class OneCity implements AutoCloseable {
    private static final Path APP = Path.of(System.getProperty("city.app"));
    private static final String HEAP = System.getProperty("city.heap", "1g");
    private static final String RATES = System.getProperty("city.rates", "250x20,500x30,350x30,250x30,125x20,60x20");
    private static final int WARM_SECONDS = Integer.getInteger("city.warm", 150);
    private static final int TIMES = Integer.getInteger("city.times", 1_000);
    private static final int SERVICES = Integer.getInteger("city.services", 1);
    private static final int UNCOUNTED = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(40);

    private final City city;
    private final String uri;
    private final MongoDatabase database;
    private final Path work;
    private final ProcessHandle server;

    OneCity(City city, String uri, MongoDatabase database, Path work) {
        this.city = city;
        this.uri = uri;
        this.database = database;
        this.work = work;
        Document status = database.runCommand(new Document("serverStatus", 1));
        this.server = ProcessHandle.of(
                        requireNonNull(status.get("pid", Number.class)).longValue())
                .orElseThrow();
    }

    /**
     * One kind of question, asked one after the other.
     *
     * @param service microseconds of a core that the service took for a question
     * @param mongod the same of the server
     */
    record Alone(double p50, double p99, int bytes, double service, double mongod) {}

    Map<String, Alone> measure(List<String> wrong) throws IOException, InterruptedException, ExecutionException {
        long events = events();
        Map<String, String> passwords = accounts();
        System.out.printf("%n## %,d projects, %,d events%n", city.codes().size(), events);
        try (Program service = queryService(work);
                Asking auditor = new Asking(service.address(), "auditor", requireNonNull(passwords.get("auditor")));
                Asking admin = new Asking(service.address(), "admin", requireNonNull(passwords.get("admin")))) {
            double ready = service.awaitReady(PATIENCE);
            replays(service, auditor, admin, ready, wrong);
            Questions questions = new Questions(city);
            plans(auditor, questions, wrong);
            Map<String, Alone> alone = alone(service, auditor, questions);
            if (!RATES.isEmpty()) {
                load(service, questions, requireNonNull(passwords.get("auditor")));
            }
            return alone;
        }
    }

    private Program queryService(Path folder) throws IOException {
        int port = freePort();
        return Program.start(
                APP,
                "query-service",
                port,
                folder,
                settings("QUERY_PORT", port),
                List.of("-Xmx" + HEAP, "-XX:+UseSerialGC"));
    }

    /** Records the city, or takes one that is recorded, without anything that was made of it. */
    private long events() throws InterruptedException, ExecutionException {
        if (database.getCollection(Recording.COMMITS).find().first() == null) {
            return new Recording(database).record(city);
        }
        if (database.getCollection(Recording.MARK).find(Recording.mark(city)).first() == null) {
            throw new IllegalStateException("Database " + database.getName() + " holds another ledger than " + city);
        }
        for (String name : database.listCollectionNames()) {
            if (!name.equals(Recording.COMMITS) && !name.equals(Recording.MARK) && !name.startsWith("system.")) {
                database.getCollection(name).drop();
            }
        }
        return database.getCollection(Recording.COMMITS).countDocuments();
    }

    /** The command service makes demo accounts, and seals nothing meanwhile. */
    private Map<String, String> accounts() throws IOException, InterruptedException {
        int port = freePort();
        Path file = work.resolve("demo-accounts.json");
        Map<String, String> settings = new HashMap<>(settings("COMMAND_PORT", port));
        settings.put("PROGRESS_LEDGER_DEMO_ACCOUNTS", file.toString());
        settings.put("PROGRESSLEDGER_SEALING_ENABLED", "false");
        settings.put("SPRING_PROFILES_ACTIVE", "demo");
        try (Program service = Program.start(APP, "command-service", port, work, settings, List.of("-Xmx256m"))) {
            service.awaitReady(PATIENCE);
        }
        Map<String, String> passwords = new HashMap<>();
        try (InputStream accounts = Files.newInputStream(file)) {
            for (JsonNode account : EventJson.mapper().readTree(accounts)) {
                passwords.put(
                        account.get("username").asString(),
                        account.get("password").asString());
            }
        }
        return passwords;
    }

    private Map<String, String> settings(String portName, int port) {
        return Map.of(
                "MONGODB_URI",
                uri,
                "PROGRESS_LEDGER_DATABASE",
                database.getName(),
                "PROGRESS_LEDGER_MASTER_KEY_FILE",
                work.resolve("master.key").toString(),
                "PROGRESS_LEDGER_SEALING_KEY_FILE",
                work.resolve("ledger.key").toString(),
                "PROGRESSLEDGER_VERIFICATION_EVERY",
                "0s",
                portName,
                String.valueOf(port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void replays(Program service, Asking auditor, Asking admin, double ready, List<String> wrong)
            throws IOException, InterruptedException {
        System.out.printf(
                "%n| build | events | s | events/s while building | peak of memory, MiB (heap %s) | differences |%n|---|---|---|---|---|---|%n",
                HEAP);
        JsonNode first = auditor.json("/api/v1/replays").get("items").get(0);
        print("the first, start of the service included (%.0f s until ready)".formatted(ready), first, service);
        service.forgetPeak();
        String id = auditor.post("/api/v1/replays").get("id").asString();
        JsonNode replay = auditor.json("/api/v1/replays/" + id);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (replay.get("state").asString().equals("RUNNING") && System.nanoTime() < until) {
            Thread.sleep(500);
            replay = auditor.json("/api/v1/replays/" + id);
        }
        print("a whole replay, compared and put in place", replay, service);
        if (!replay.get("state").asString().equals("DONE")
                || !digests(replay).equals("equal")
                || replay.get("errorCount").asLong() != 0) {
            wrong.add("the replay of " + city.codes().size() + " projects: " + replay);
        } else {
            admin.post("/api/v1/replays/" + id + "/drop");
        }
    }

    private static void print(String name, JsonNode replay, Program service) {
        double seconds = Duration.between(
                                Instant.parse(replay.get("startedAt").asString()),
                                replay.hasNonNull("endedAt")
                                        ? Instant.parse(replay.get("endedAt").asString())
                                        : Instant.now())
                        .toMillis()
                / 1e3;
        System.out.printf(
                "| %s | %,d | %.1f | %,d | %d | %d, digests: %s |%n",
                name,
                replay.get("eventsDone").asLong(),
                seconds,
                replay.get("rate").asLong(),
                service.peakMebibytes(),
                replay.get("differences").asLong(),
                digests(replay));
    }

    /** A first build has nothing to be compared with. */
    private static String digests(JsonNode replay) {
        JsonNode digests = replay.path("digests");
        return digests.isMissingNode() ? "none" : digests.get("old").equals(digests.get("new")) ? "equal" : "not equal";
    }

    private void plans(Asking auditor, Questions questions, List<String> wrong)
            throws IOException, InterruptedException {
        System.out.printf(
                "%n| question | commands | keys looked at | documents looked at | documents returned | stages |%n|---|---|---|---|---|---|%n");
        Plans plans = new Plans(database);
        for (Map.Entry<String, Supplier<String>> kind : questions.kinds().entrySet()) {
            String path = kind.getValue().get();
            auditor.size(path);
            Plans.Found found = plans.of(auditor, path);
            System.out.printf(
                    "| %s | %d | %,d | %,d | %,d | %s |%n",
                    kind.getKey(),
                    found.commands(),
                    found.keys(),
                    found.documents(),
                    found.returned(),
                    String.join(", ", found.stages()));
            found.whole().forEach(collection -> wrong.add(path + " reads all of " + collection));
        }
    }

    private Map<String, Alone> alone(Program service, Asking auditor, Questions questions)
            throws IOException, InterruptedException {
        System.out.printf(
                "%n| question, one after the other | p50 ms | p99 ms | KB | µs of a core, service | mongod |%n|---|---|---|---|---|---|%n");
        Map<String, Alone> all = new LinkedHashMap<>();
        for (Map.Entry<String, Supplier<String>> kind : questions.kinds().entrySet()) {
            for (int time = 0; time < UNCOUNTED; time++) {
                auditor.size(kind.getValue().get());
            }
            Alone one = alone(service, auditor, kind.getValue());
            all.put(kind.getKey(), one);
            System.out.printf(
                    "| %s | %.1f | %.1f | %d | %,.0f | %,.0f |%n",
                    kind.getKey(), one.p50, one.p99, one.bytes / 1024, one.service, one.mongod);
        }
        return all;
    }

    private Alone alone(Program service, Asking auditor, Supplier<String> paths)
            throws IOException, InterruptedException {
        long[] nanos = new long[TIMES];
        long bytes = 0;
        long busy = Load.cpu(service.handle());
        long serverBusy = Load.cpu(server);
        for (int time = 0; time < TIMES; time++) {
            String path = paths.get();
            long begun = System.nanoTime();
            bytes += auditor.size(path);
            nanos[time] = System.nanoTime() - begun;
        }
        busy = Load.cpu(service.handle()) - busy;
        serverBusy = Load.cpu(server) - serverBusy;
        Arrays.sort(nanos);
        return new Alone(
                nanos[TIMES / 2] / 1e6,
                nanos[TIMES * 99 / 100] / 1e6,
                (int) (bytes / TIMES),
                busy / 1e3 / TIMES,
                serverBusy / 1e3 / TIMES);
    }

    private void load(Program first, Questions questions, String password) throws IOException, InterruptedException {
        List<Program> services = new ArrayList<>(List.of(first));
        try {
            for (int more = 2; more <= SERVICES; more++) {
                services.add(queryService(Files.createDirectory(work.resolve("service-" + more))));
                services.getLast().awaitReady(PATIENCE);
            }
            print(new Load(services, server, work).run(questions, "auditor", password, RATES, WARM_SECONDS));
        } finally {
            services.subList(1, services.size()).forEach(Program::close);
        }
    }

    private static void print(Load.Result result) throws IOException {
        System.out.printf("%nAsked of %d query services in turns.%n", SERVICES);
        System.out.printf(
                "%n| asked a second | question | answers | errors | p50 ms | p95 ms | p99 ms | slowest ms |%n|---|---|---|---|---|---|---|---|%n");
        result.rows()
                .forEach(row -> System.out.printf(
                        "| %s | %s | %,d | %d | %s |%n",
                        row.rate(), row.kind(), row.answers(), row.errors(), String.join(" | ", row.millis())));
        System.out.printf(
                "%n| asked a second | µs of a core a question, service | mongod | Gatling | cores busy |%n|---|---|---|---|---|%n");
        result.costs()
                .forEach(cost -> System.out.printf(
                        "| %s | %,.0f | %,.0f | %,.0f | %.2f |%n",
                        cost.rate(), cost.service(), cost.mongod(), cost.gatling(), cost.cores()));
        Profile.of(result.recording()).print();
    }

    @Override
    public void close() {
        database.runCommand(new Document("profile", 0));
    }
}
