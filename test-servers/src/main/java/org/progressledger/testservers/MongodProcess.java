package org.progressledger.testservers;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;

/** A replica set of one mongod on loopback, in a folder of its own that goes with it. */
final class MongodProcess {
    private static final int OLDEST = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern VERSION = Pattern.compile("db version v((\\d+)\\.[\\d.]+)");
    /** Ends mongod and removes its folder when the JVM is gone, however it went; $1: JVM, $2: folder, the rest: mongod. */
    private static final String KEEPER = """
            jvm=$1; folder=$2; shift 2
            "$@" >"$folder/log" 2>&1 </dev/null & mongod=$!
            trap : INT HUP
            trap 'jvm=0' TERM
            while kill -0 $jvm 2>/dev/null && [ $jvm != 0 ] && kill -0 $mongod 2>/dev/null; do sleep 0.5; done
            kill -9 $mongod 2>/dev/null; wait $mongod 2>/dev/null; rm -rf "$folder"
            """;

    private MongodProcess() {}

    record Binary(Path path, String version) {}

    static RealServer start() throws NoRealMongo, InterruptedException {
        Binary binary = binary();
        try {
            Path folder = Files.createTempDirectory("mongod-for-tests-");
            int port = Ports.free();
            Process keeper = launch(binary.path(), folder, port);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(keeper), "mongod-stop"));
            awaitPrimary(keeper, folder, port);
            return new RealServer(
                    "mongod " + binary.version() + " (replica set, from " + binary.path() + ")",
                    "mongodb://127.0.0.1:" + port + "/?replicaSet=rs0");
        } catch (IOException e) {
            throw new NoRealMongo(binary.path() + " cannot be started: " + e.getMessage());
        }
    }

    /** MONGOD, what scripts/get-mongod left in the project, the PATH. */
    static Binary binary() throws NoRealMongo, InterruptedException {
        List<Path> candidates = new ArrayList<>();
        String named = RealServer.setting("MONGOD");
        if (!named.isEmpty()) candidates.add(Path.of(named));
        candidates.add(Path.of(System.getProperty("project.root", "."), "target", "mongod", "mongod"));
        String path = System.getenv("PATH");
        for (String folder : (path == null ? "" : path).split(File.pathSeparator, -1)) {
            candidates.add(Path.of(folder, "mongod"));
        }
        List<String> passedOver = new ArrayList<>();
        for (Path candidate : candidates) {
            if (!Files.isExecutable(candidate)) continue;
            Matcher version = VERSION.matcher(output(candidate.toString(), "--version"));
            if (version.find() && Integer.parseInt(version.group(2)) >= OLDEST) {
                return new Binary(candidate.toAbsolutePath().normalize(), version.group(1));
            }
            passedOver.add(candidate + " does not run or is older than " + OLDEST + ".0");
        }
        throw new NoRealMongo("MONGODB_TEST_URI is not set, Docker has no container to offer, and there is no mongod"
                + (passedOver.isEmpty() ? "" : " (" + String.join("; ", passedOver) + ")")
                + ". Run scripts/get-mongod, or set MONGOD or MONGODB_TEST_URI.");
    }

    private static Process launch(Path mongod, Path folder, int port) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", KEEPER, "mongod-keeper"));
        command.addAll(List.of(String.valueOf(ProcessHandle.current().pid()), folder.toString(), mongod.toString()));
        command.addAll(List.of("--replSet", "rs0", "--bind_ip", "127.0.0.1", "--port", String.valueOf(port)));
        command.addAll(List.of("--dbpath", folder.toString()));
        // a measurement of something large needs more of both than a test
        command.addAll(List.of("--oplogSize", System.getProperty("test.mongod.oplog", "64")));
        command.addAll(List.of("--wiredTigerCacheSizeGB", System.getProperty("test.mongod.cache", "0.25")));
        command.addAll(List.of("--setParameter", "diagnosticDataCollectionEnabled=false", "--nounixsocket"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void awaitPrimary(Process keeper, Path folder, int port)
            throws NoRealMongo, InterruptedException, IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        String uri = "mongodb://127.0.0.1:" + port
                + "/?directConnection=true&serverSelectionTimeoutMS=1000&heartbeatFrequencyMS=500";
        boolean initiated = false;
        try (MongoClient client = MongoClients.create(uri)) {
            var admin = client.getDatabase("admin");
            while (System.nanoTime() < until) {
                if (!keeper.isAlive()) break;
                try {
                    if (!initiated) admin.runCommand(initiation(port));
                    initiated = true;
                    if (admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary")) return;
                } catch (MongoException notYet) {
                    initiated |= notYet.getCode() == 23; // AlreadyInitialized
                }
                Thread.sleep(50);
            }
        }
        throw new NoRealMongo("mongod did not become primary within " + PATIENCE.toSeconds() + " s: "
                + lastLine(folder.resolve("log")));
    }

    private static Document initiation(int port) {
        var member = new Document("_id", 0).append("host", "127.0.0.1:" + port);
        return new Document("replSetInitiate", new Document("_id", "rs0").append("members", List.of(member)));
    }

    private static void end(Process keeper) {
        keeper.destroy();
        try {
            keeper.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String output(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return text;
        } catch (IOException e) {
            return "";
        }
    }

    private static String lastLine(Path log) throws IOException {
        if (!Files.exists(log)) return "it left no log";
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "its log is empty" : lines.getLast();
    }
}
