package org.progressledger.testservers;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A mongod of its own whose files a test may touch while it is stopped: one server without a replica set, on loopback. */
public final class StoppableMongod implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final long POLL_MS = 20;
    private final Path mongod;
    private final Path folder;
    private @Nullable Process process;

    private StoppableMongod(Path mongod, Path folder) {
        this.mongod = mongod;
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stoppable-mongod-stop"));
    }

    /** With its files in that folder; nothing if this machine has no mongod. */
    public static Optional<StoppableMongod> in(Path folder) throws InterruptedException {
        try {
            return Optional.of(new StoppableMongod(MongodProcess.binary().path(), folder));
        } catch (NoRealMongo e) {
            return Optional.empty();
        }
    }

    /** Starts it; nothing if it refuses to start with these files, otherwise how to reach it. */
    public Optional<String> start() throws IOException, InterruptedException {
        int port = Ports.free();
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -c 0; exec \"$@\"", "mongod"));
        command.addAll(List.of(mongod.toString(), "--bind_ip", "127.0.0.1", "--port", String.valueOf(port)));
        command.addAll(List.of("--dbpath", folder.toString(), "--directoryperdb", "--wiredTigerCacheSizeGB", "0.25"));
        command.addAll(List.of("--setParameter", "diagnosticDataCollectionEnabled=false", "--nounixsocket"));
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process = started;
        String uri = "mongodb://127.0.0.1:" + port + "/?retryWrites=false&retryReads=false&directConnection=true";
        return answers(started, uri) ? Optional.of(uri) : Optional.empty();
    }

    private static boolean answers(Process started, String uri) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try (MongoClient client = MongoClients.create(
                uri + "&serverSelectionTimeoutMS=500&connectTimeoutMS=500&heartbeatFrequencyMS=500")) {
            while (started.isAlive() && System.nanoTime() < until) {
                try {
                    client.getDatabase("admin").runCommand(new Document("hello", 1));
                    return started.isAlive();
                } catch (MongoException notYet) {
                    Thread.sleep(POLL_MS);
                }
            }
        }
        return false;
    }

    /** Stops it and lets it write all that it has to. */
    public void stop() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroy();
            if (!running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        }
    }

    /** Ends it at once. */
    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }
}
