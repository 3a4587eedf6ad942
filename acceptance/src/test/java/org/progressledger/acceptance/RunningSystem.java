package org.progressledger.acceptance;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Aggregates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.progressledger.testservers.Ports;
import org.progressledger.testservers.TestMongo;
import tools.jackson.databind.JsonNode;

/** The product as {@code ./run} starts it: a store and both services, each a process of its own, on free ports. */
final class RunningSystem implements AutoCloseable {
    private static final Duration REPLAYED_WITHIN = Duration.ofMinutes(3);

    private final String name;
    private final Path folder;
    private final boolean asOneFile;
    private final String server;
    private final String database = "acceptance-" + UUID.randomUUID();
    private final List<Integer> commandPorts;
    private final List<Integer> queryPorts;
    private final AtomicInteger turn = new AtomicInteger();
    private final Optional<ServiceProcess> store;
    private final Map<String, String> environment;
    private final List<ServiceProcess> commandServices;
    private final List<ServiceProcess> queryServices;
    private final Map<String, String> passwords = new HashMap<>();

    private RunningSystem(String name, Optional<String> mongodbUri, Map<String, String> settings, int each) {
        this.commandPorts = Stream.generate(Ports::free).limit(each).toList();
        this.queryPorts = Stream.generate(Ports::free).limit(each).toList();
        this.name = name;
        this.folder = newFolder();
        int storePort = Ports.free();
        // both ways in which people start them
        this.asOneFile = mongodbUri.isPresent() && each == 1;
        this.store = mongodbUri.isPresent() ? Optional.empty() : Optional.of(store(storePort));
        this.server = mongodbUri.orElse("mongodb://127.0.0.1:" + storePort);
        this.environment = new HashMap<>(settings);
        environment.putAll(Map.of(
                "MONGODB_URI", server,
                "COMMAND_SERVICE_URL", url(commandPorts.getFirst()),
                "PROGRESS_LEDGER_MASTER_KEY_FILE",
                        folder.resolve("secrets/master.key").toString(),
                "PROGRESS_LEDGER_SEALING_KEY_FILE", folder.resolve("ledger.key").toString(),
                "PROGRESS_LEDGER_DEMO_ACCOUNTS", accountsFile().toString()));
        this.commandServices = commandPorts.stream()
                .map(port -> service("command-service", database, port))
                .toList();
        this.queryServices = queryPorts.stream()
                .map(port -> service("query-service", database, port))
                .toList();
    }

    /** On a fresh embedded store. */
    static RunningSystem onEmbeddedStore() {
        return onEmbeddedStore(Map.of());
    }

    /** The same, the services with variables of the environment beside the usual ones. */
    static RunningSystem onEmbeddedStore(Map<String, String> settings) {
        return start("embedded store", Optional.empty(), settings, 1);
    }

    /** On the real MongoDB of the tests, in a database of its own. */
    static RunningSystem onRealMongo() {
        return onRealMongo(Map.of());
    }

    /** The same, the services with variables of the environment beside the usual ones. */
    static RunningSystem onRealMongo(Map<String, String> settings) {
        return start(TestMongo.real().name(), Optional.of(TestMongo.real().connectionString()), settings, 1);
    }

    /** The same with two command and two query services, whom those who ask take in turn. */
    static RunningSystem ofTwoEachOnRealMongo(Map<String, String> settings) {
        return start(TestMongo.real().name(), Optional.of(TestMongo.real().connectionString()), settings, 2);
    }

    private static RunningSystem start(
            String name, Optional<String> mongodbUri, Map<String, String> settings, int each) {
        RunningSystem system = new RunningSystem(name, mongodbUri, settings, each);
        Runtime.getRuntime().addShutdownHook(new Thread(system::close, "acceptance-stop"));
        try {
            system.store.ifPresent(ServiceProcess::start);
            // one after the other: the first one makes the master key and the accounts
            system.commandService().start();
            List<ServiceProcess> others = system.processes().stream()
                    .filter(process -> !process.isAlive())
                    .toList();
            others.forEach(ServiceProcess::launch);
            others.forEach(ServiceProcess::awaitReady);
            system.readAccounts();
            return system;
        } catch (RuntimeException | Error failed) {
            system.close();
            throw failed;
        }
    }

    private static Path newFolder() {
        try {
            Path folder = Files.createTempDirectory("progress-ledger-acceptance-");
            Janitor.watch(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServiceProcess store(int port) {
        return new ServiceProcess(
                "embedded-store",
                true,
                folder,
                Map.of(
                        "STORE_PARENT_PID",
                        String.valueOf(ProcessHandle.current().pid())),
                List.of("--file=" + folder.resolve("store/ledger.mv"), "--port=" + port),
                () -> accepts(port));
    }

    private ServiceProcess service(String module, String database, int port) {
        Map<String, String> own = new HashMap<>(environment);
        own.put("PROGRESS_LEDGER_DATABASE", database);
        own.put("COMMAND_PORT", String.valueOf(port));
        own.put("QUERY_PORT", String.valueOf(port));
        return new ServiceProcess(
                module, asOneFile, folder, own, List.of("--spring.profiles.active=demo"), () -> serves(port));
    }

    /**
     * Asks a query service that begins with nothing but a copy of what is recorded, and ends it.
     *
     * @param questions behind {@code /api/v1}
     * @return its answers, in that order
     */
    List<JsonNode> answersAnew(String username, long atLeast, List<String> questions) {
        String copy = database + "-anew";
        try (MongoClient client = MongoClients.create(server)) {
            for (String collection : client.getDatabase(database).listCollectionNames()) {
                if (!collection.startsWith("query_")) {
                    client.getDatabase(database)
                            .getCollection(collection)
                            .aggregate(List.of(Aggregates.out(copy, collection)))
                            .toCollection();
                }
            }
            int port = Ports.free();
            ServiceProcess anew = service("query-service", copy, port);
            try {
                anew.start();
                Client asker = Client.withAccount(this, username, passwordOf(username));
                long until = System.nanoTime() + REPLAYED_WITHIN.toNanos();
                // each question waits some seconds by itself
                while (asker.at(url(port), "/projects?size=1&atLeast=" + atLeast)
                                .status()
                        != 200) {
                    if (System.nanoTime() > until) {
                        throw new IllegalStateException("Not replayed within " + REPLAYED_WITHIN);
                    }
                }
                return questions.stream()
                        .map(question -> asker.at(url(port), question).ok().json())
                        .toList();
            } finally {
                anew.kill();
                client.getDatabase(copy).drop();
            }
        }
    }

    private boolean serves(int port) {
        try {
            Client nobody = Client.withoutAccount(this);
            String health = "/actuator/health/readiness";
            var empty = java.net.http.HttpRequest.BodyPublishers.noBody();
            return accepts(port)
                    && nobody.send(nobody.request(url(port) + health, "GET", empty))
                                    .status()
                            == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static boolean accepts(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void readAccounts() {
        JsonNode accounts = Answer.JSON.readTree(accountsFile().toFile());
        accounts.forEach(account -> passwords.put(
                account.get("username").asString(), account.get("password").asString()));
    }

    Path accountsFile() {
        return folder.resolve("demo-accounts.json");
    }

    /** An account that a test made, so that somebody can act as it. */
    void knows(String username, String password) {
        passwords.put(username, password);
    }

    /** Somebody who signs in with that demo account. */
    Client as(String username) {
        return Client.withAccount(this, username, passwordOf(username));
    }

    String passwordOf(String username) {
        return Optional.ofNullable(passwords.get(username)).orElseThrow();
    }

    Client asNobody() {
        return Client.withoutAccount(this);
    }

    Client asGuesserOf(String username) {
        return Client.withWrongPassword(this, username);
    }

    /** Of the command service; of several one after the other. */
    String commandUrl() {
        return url(commandPorts.get(turn.getAndIncrement() % commandPorts.size()));
    }

    /** Of the query service; of several one after the other. */
    String queryUrl() {
        return url(queryPorts.get(turn.getAndIncrement() % queryPorts.size()));
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** Where whoever writes around the services finds the database. */
    String server() {
        return server;
    }

    /** Its name. */
    String database() {
        return database;
    }

    ServiceProcess store() {
        return store.orElseThrow();
    }

    ServiceProcess commandService() {
        return commandServices.getFirst();
    }

    ServiceProcess queryService() {
        return queryServices.getFirst();
    }

    List<ServiceProcess> commandServices() {
        return commandServices;
    }

    List<ServiceProcess> queryServices() {
        return queryServices;
    }

    Path folder() {
        return folder;
    }

    /** Kills what runs, keeps the logs under {@code target/logs}, and removes the folder. */
    @Override
    public synchronized void close() {
        for (ServiceProcess process : processes()) {
            if (process.isAlive()) {
                process.kill();
            }
        }
        if (Files.isDirectory(folder)) {
            keepLogs();
            remove(folder);
        }
    }

    private List<ServiceProcess> processes() {
        List<ServiceProcess> processes = new ArrayList<>(queryServices);
        processes.addAll(commandServices);
        store.ifPresent(processes::add);
        return processes;
    }

    private void keepLogs() {
        try {
            Path kept = Files.createDirectories(
                    Path.of("target", "logs", folder.getFileName().toString()));
            for (ServiceProcess process : processes()) {
                if (Files.exists(process.log())) {
                    Files.copy(
                            process.log(),
                            kept.resolve(process.log().getFileName()),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
