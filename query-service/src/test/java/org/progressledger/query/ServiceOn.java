package org.progressledger.query;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.progressledger.testservers.TestMongo;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The query service on a server, with a database of its own. */
final class ServiceOn {
    private ServiceOn() {}

    /** Properties for an empty ledger that nobody else has. */
    static Map<String, String> fresh(TestMongo server) {
        String name = "query-" + UUID.randomUUID();
        Map<String, String> properties = new HashMap<>();
        properties.put("spring.mongodb.uri", server.connectionString());
        properties.put("progress-ledger.ledger.database", name);
        properties.put(
                "progress-ledger.ledger.master-key-file",
                Path.of(System.getProperty("java.io.tmpdir"), name + ".key").toString());
        properties.put("server.port", "0");
        return properties;
    }

    /** A running service; to be closed. */
    static ConfigurableApplicationContext start(Map<String, String> properties) {
        return new SpringApplicationBuilder(QueryService.class)
                .run(properties.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
    }
}
