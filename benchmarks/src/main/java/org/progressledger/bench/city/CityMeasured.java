package org.progressledger.bench.city;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.progressledger.testservers.TestMongo;

/**
 * Prints what a whole city asks of the query service, by how many projects it has: {@code scripts/measure-city} runs it.
 *
 * <p>Arguments: how many projects, one after the other; exit code 1 if any question reads a collection as a whole, or a replay
 * finds a difference.
 */
public final class CityMeasured {
    private static final int AGENCIES = 100;
    private static final int YEARS = 5;

    private CityMeasured() {}

    public static void main(String[] arguments) throws Exception {
        List<String> wrong = new ArrayList<>();
        Map<Integer, Map<String, OneCity.Alone>> growth = new LinkedHashMap<>();
        String uri = System.getProperty("city.uri", "");
        TestMongo own = uri.isEmpty() ? TestMongo.real() : null;
        try (MongoClient client = MongoClients.create(own == null ? uri : own.connectionString())) {
            for (String projects : arguments) {
                int many = Integer.parseInt(projects);
                City city = new City(Math.min(AGENCIES, many / YEARS), many / YEARS, YEARS, 1);
                Path work = Files.createTempDirectory("city-");
                String name = System.getProperty("city.database", "");
                MongoDatabase database = client.getDatabase(name.isEmpty() ? "city-" + many : name);
                try (OneCity one = new OneCity(city, own == null ? uri : own.connectionString(), database, work)) {
                    growth.put(many, one.measure(wrong));
                } finally {
                    if (name.isEmpty()) {
                        database.drop();
                    }
                    delete(work);
                }
            }
        }
        print(growth);
        wrong.forEach(one -> System.out.println("WRONG: " + one));
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    private static void print(Map<Integer, Map<String, OneCity.Alone>> growth) {
        System.out.printf("%n## By the size of the city: one question after the other, nobody else asks%n%n");
        StringBuilder head = new StringBuilder("| question |");
        StringBuilder line = new StringBuilder("|---|");
        growth.keySet().forEach(many -> {
            head.append(" %,d projects: p50 ms | p99 ms |".formatted(many));
            line.append("---|---|");
        });
        System.out.println(head);
        System.out.println(line);
        growth.values().iterator().next().keySet().forEach(kind -> {
            StringBuilder row = new StringBuilder("| " + kind + " |");
            growth.values().forEach(all -> {
                OneCity.Alone one = requireNonNull(all.get(kind));
                row.append(" %.1f | %.1f |".formatted(one.p50(), one.p99()));
            });
            System.out.println(row);
        });
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
