package org.progressledger.bench;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.Optional;
import org.bson.Document;

/** The process of the server, where it runs on this machine. */
record Server(Optional<ProcessHandle> process) {

    static Server of(String uri) {
        try (MongoClient client = MongoClients.create(uri)) {
            Document status = client.getDatabase("admin").runCommand(new Document("serverStatus", 1));
            return new Server(ProcessHandle.of(
                    requireNonNull(status.get("pid", Number.class)).longValue()));
        }
    }

    /** What it took of the processor so far; 0 where it runs elsewhere. */
    long cpuNanos() {
        return process.flatMap(running -> running.info().totalCpuDuration())
                .orElse(Duration.ZERO)
                .toNanos();
    }
}
