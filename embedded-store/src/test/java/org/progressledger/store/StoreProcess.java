package org.progressledger.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@link StoreMain} in a JVM of its own. */
final class StoreProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;
    private String connectionString = "";

    private StoreProcess(Process process) {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static StoreProcess launch(Map<String, String> environment, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StoreMain.class.getName()));
        command.addAll(List.of(args));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("STORE_PARENT_PID", String.valueOf(ProcessHandle.current().pid()));
        builder.environment().putAll(environment);
        return new StoreProcess(builder.start());
    }

    /** Launches and waits until it accepts connections. */
    static StoreProcess start(Map<String, String> environment, String... args) throws IOException {
        StoreProcess store = launch(environment, args);
        StringBuilder before = new StringBuilder();
        for (String line = store.said.readLine(); line != null; line = store.said.readLine()) {
            if (line.startsWith("store ready: ")) {
                store.connectionString = line.substring("store ready: ".length());
                return store;
            }
            before.append(line).append('\n');
        }
        throw new IllegalStateException("The store did not start: " + before);
    }

    MongoClient client() {
        return MongoClients.create(connectionString);
    }

    /** One that soon notices that the store is gone. */
    MongoClient impatientClient() {
        return MongoClients.create(connectionString + "/?serverSelectionTimeoutMS=500");
    }

    /** As {@code kill -9}. */
    void killAtOnce() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    /** As {@code kill -TERM}. */
    void askToEnd() {
        process.destroy();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(20, TimeUnit.SECONDS)) throw new IllegalStateException("The store process does not end");
        return process.exitValue();
    }

    String output() throws IOException {
        return String.join("\n", said.lines().toList());
    }

    @Override
    public void close() throws InterruptedException {
        killAtOnce();
    }
}
