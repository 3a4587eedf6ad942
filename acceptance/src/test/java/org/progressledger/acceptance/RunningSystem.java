package org.progressledger.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.progressledger.testservers.TestMongo;
import tools.jackson.databind.JsonNode;

/** The product as {@code ./run} starts it: a store and both services, each a process of its own, on free ports. */
final class RunningSystem implements AutoCloseable {
    private final String name;
    private final Path folder;
    private final String server;
    private final String database = "acceptance-" + UUID.randomUUID();
    private final int commandPort = freePort();
    private final int queryPort = freePort();
    private final Optional<ServiceProcess> store;
    private final ServiceProcess commandService;
    private final ServiceProcess queryService;
    private final Map<String, String> passwords = new HashMap<>();

    private RunningSystem(String name, Optional<String> mongodbUri, Map<String, String> settings) {
        this.name = name;
        this.folder = newFolder();
        int storePort = freePort();
        this.store = mongodbUri.isPresent() ? Optional.empty() : Optional.of(store(storePort));
        this.server = mongodbUri.orElse("mongodb://127.0.0.1:" + storePort);
        Map<String, String> environment = new HashMap<>(settings);
        environment.putAll(Map.of(
                "MONGODB_URI", server,
                "PROGRESS_LEDGER_DATABASE", database,
                "COMMAND_PORT", String.valueOf(commandPort),
                "QUERY_PORT", String.valueOf(queryPort),
                "COMMAND_SERVICE_URL", commandUrl(),
                "PROGRESS_LEDGER_MASTER_KEY_FILE",
                        folder.resolve("secrets/master.key").toString(),
                "PROGRESS_LEDGER_SEALING_KEY_FILE", folder.resolve("ledger.key").toString(),
                "PROGRESS_LEDGER_DEMO_ACCOUNTS", accountsFile().toString()));
        this.commandService = service("command-service", environment, commandPort);
        this.queryService = service("query-service", environment, queryPort);
    }

    /** On a fresh embedded store. */
    static RunningSystem onEmbeddedStore() {
        return onEmbeddedStore(Map.of());
    }

    /** The same, the services with variables of the environment beside the usual ones. */
    static RunningSystem onEmbeddedStore(Map<String, String> settings) {
        return start("embedded store", Optional.empty(), settings);
    }

    /** On the real MongoDB of the tests, in a database of its own. */
    static RunningSystem onRealMongo() {
        return start(TestMongo.real().name(), Optional.of(TestMongo.real().connectionString()), Map.of());
    }

    private static RunningSystem start(String name, Optional<String> mongodbUri, Map<String, String> settings) {
        RunningSystem system = new RunningSystem(name, mongodbUri, settings);
        Runtime.getRuntime().addShutdownHook(new Thread(system::close, "acceptance-stop"));
        try {
            system.store.ifPresent(ServiceProcess::start);
            // one after the other: the first one makes the master key and the accounts
            system.commandService.start();
            system.queryService.start();
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
                folder,
                Map.of(
                        "STORE_PARENT_PID",
                        String.valueOf(ProcessHandle.current().pid())),
                List.of("--file=" + folder.resolve("store/ledger.mv"), "--port=" + port),
                () -> accepts(port));
    }

    private ServiceProcess service(String module, Map<String, String> environment, int port) {
        return new ServiceProcess(
                module, folder, environment, List.of("--spring.profiles.active=demo"), () -> serves(port));
    }

    private boolean serves(int port) {
        try {
            Client nobody = Client.withoutAccount(this);
            String health = "/actuator/health/readiness";
            var empty = java.net.http.HttpRequest.BodyPublishers.noBody();
            return accepts(port)
                    && nobody.send(
                                            port == commandPort
                                                    ? nobody.toCommand("GET", health, empty)
                                                    : nobody.toQuery("GET", health, empty))
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

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    String commandUrl() {
        return "http://127.0.0.1:" + commandPort;
    }

    String queryUrl() {
        return "http://127.0.0.1:" + queryPort;
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
        return commandService;
    }

    ServiceProcess queryService() {
        return queryService;
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
        List<ServiceProcess> processes = new ArrayList<>(List.of(queryService, commandService));
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
