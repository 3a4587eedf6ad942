package org.progressledger.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.progressledger.testservers.TestMongo;

/**
 * Prints tables of how fast events are appended, read and seen by another process. Arguments: {@code appends}, {@code processes},
 * {@code read}, {@code visible}, {@code inserts} or {@code growth}, any of them; settings are system properties.
 */
final class Benchmark {

    private static final List<String> CONTENDERS = List.of("raw", "axon-mongo", "occurrent", "ledger", "ledger-axon");
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int MILLIS = Integer.getInteger("bench.millis", 4000);
    private static final int WARM_UP_MILLIS = Integer.getInteger("bench.warmup", 3000);

    private final String uri;
    private final Server server;
    private final Map<String, String> databases = new HashMap<>();

    private Benchmark(String uri) {
        this.uri = uri;
        this.server = Server.of(uri);
    }

    public static void main(String[] arguments) throws Exception {
        String uri = System.getProperty("bench.uri", "");
        Benchmark benchmark = new Benchmark(uri.isEmpty() ? TestMongo.real().connectionString() : uri);
        try {
            for (String what : arguments) {
                switch (what) {
                    case "appends" -> benchmark.appends();
                    case "processes" -> benchmark.processes();
                    case "read" -> benchmark.read();
                    case "visible" -> benchmark.visible();
                    case "growth" -> benchmark.growth();
                    case "inserts" ->
                        new Inserts(benchmark.uri, benchmark.server, benchmark.database("inserts")).measure();
                    default -> throw new IllegalArgumentException("Nothing to measure: " + what);
                }
            }
        } finally {
            benchmark.dropAll();
        }
        System.exit(0);
    }

    static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static List<String> contenders() {
        String chosen = System.getProperty("bench.contenders", "");
        return chosen.isEmpty() ? CONTENDERS : List.of(chosen.split(","));
    }

    private static List<Integer> threads() {
        return Stream.of(System.getProperty("bench.threads", "1,4,16,64").split(","))
                .map(Integer::valueOf)
                .toList();
    }

    private void appends() throws IOException {
        System.out.printf(
                "%nDurable appends of single events, %d rounds of %d ms in turns, median of the rounds%n%n",
                ROUNDS, MILLIS);
        System.out.println(
                "| threads | contender | events/s | ratio to raw | p50 ms | p99 ms | slowest ms | µs of a core an event | of mongod |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        Map<String, Other> workers = start(contenders());
        try {
            for (int threads : threads()) {
                Map<String, List<Rate>> rates = new LinkedHashMap<>();
                for (int round = 0; round < ROUNDS; round++) {
                    for (var worker : workers.entrySet()) {
                        Rate rate = appending(worker.getValue(), threads);
                        rates.computeIfAbsent(worker.getKey(), name -> new ArrayList<>())
                                .add(rate);
                    }
                }
                print(threads, rates);
            }
        } finally {
            end(workers);
        }
    }

    private Rate appending(Other worker, int threads) throws IOException {
        long before = server.cpuNanos();
        String answer = worker.ask("append %d %d".formatted(threads, MILLIS));
        return Rate.of(answer, server.cpuNanos() - before);
    }

    private static void print(int threads, Map<String, List<Rate>> rates) {
        List<Rate> raw = rates.getOrDefault("raw", List.of());
        rates.forEach((name, all) -> {
            Rate median = Rate.median(all);
            String ratio = raw.isEmpty()
                    ? "-"
                    : "%.2f".formatted(median.perSecond() / Rate.median(raw).perSecond());
            System.out.printf(
                    "| %d | %s | %,.0f | %s | %.2f | %.2f | %.1f | %.0f | %.0f |%n",
                    threads,
                    name,
                    median.perSecond(),
                    ratio,
                    median.p50(),
                    median.p99(),
                    median.max(),
                    median.cpuMicros(),
                    median.serverMicros());
        });
    }

    /** Two processes on one ledger, beside one with as many threads: each claims for itself, and one appends for both. */
    private void processes() throws IOException {
        System.out.printf("%nTwo processes on one ledger beside one with as many threads, %d rounds%n%n", ROUNDS);
        System.out.println("| threads | one process, events/s | p99 ms | two that claim, events/s | p99 ms | ratio |"
                + " one appends for both, events/s | p99 ms | ratio |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        try (Other first = start("ledger");
                Other second = start("ledger");
                Other holder = start("ledger-forwarding");
                Other forwarder = start("ledger-forwarding")) {
            for (Other one : List.of(first, second, holder, forwarder)) {
                one.ask("append 8 " + WARM_UP_MILLIS);
            }
            for (int threads : List.of(2, 16, 64)) {
                List<Rate> one = new ArrayList<>();
                List<Rate> two = new ArrayList<>();
                List<Rate> forwarded = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    // not one of those that claim: it would wait for the other for a while yet
                    one.add(appending(holder, threads));
                    two.add(both(first, second, threads / 2));
                    forwarded.add(both(holder, forwarder, threads / 2));
                }
                Rate alone = Rate.median(one);
                Rate claiming = Rate.median(two);
                Rate forwarding = Rate.median(forwarded);
                System.out.printf(
                        "| %d | %,.0f | %.2f | %,.0f | %.2f | %.2f | %,.0f | %.2f | %.2f |%n",
                        threads,
                        alone.perSecond(),
                        alone.p99(),
                        claiming.perSecond(),
                        claiming.p99(),
                        claiming.perSecond() / alone.perSecond(),
                        forwarding.perSecond(),
                        forwarding.p99(),
                        forwarding.perSecond() / alone.perSecond());
            }
        }
    }

    private static Rate both(Other one, Other other, int threadsEach) throws IOException {
        one.tell("append %d %d".formatted(threadsEach, MILLIS));
        other.tell("append %d %d".formatted(threadsEach, MILLIS));
        return Rate.of(one.answer(), 0).beside(Rate.of(other.answer(), 0));
    }

    private void read() throws IOException {
        int events = Integer.getInteger("bench.read.events", 100_000);
        System.out.printf("%nAll of about %,d events read, decoded and checked, %d rounds%n%n", events, ROUNDS);
        System.out.println("| contender | events/s | ratio to a raw cursor | µs of a core an event | of mongod |");
        System.out.println("|---|---|---|---|---|");
        Map<String, Other> workers = start(contenders());
        try {
            Map<String, List<Reading>> readings = new LinkedHashMap<>();
            for (var worker : workers.entrySet()) {
                fill(worker.getValue(), events);
            }
            for (int round = 0; round <= ROUNDS; round++) {
                for (var worker : workers.entrySet()) {
                    Reading reading = reading(worker.getValue());
                    if (round > 0) {
                        readings.computeIfAbsent(worker.getKey(), name -> new ArrayList<>())
                                .add(reading);
                    }
                }
            }
            double raw = readings.containsKey("raw")
                    ? Reading.median(readings.get("raw")).perSecond()
                    : 0;
            readings.forEach((name, all) -> {
                Reading median = Reading.median(all);
                System.out.printf(
                        "| %s | %,.0f | %s | %.2f | %.2f |%n",
                        name,
                        median.perSecond(),
                        raw == 0 ? "-" : "%.2f".formatted(median.perSecond() / raw),
                        median.cpuMicros(),
                        median.serverMicros());
            });
        } finally {
            end(workers);
        }
    }

    private Reading reading(Other worker) throws IOException {
        long before = server.cpuNanos();
        String[] told = worker.ask("read").split(" ");
        double serverMicros = (server.cpuNanos() - before) / 1e3;
        return new Reading(
                Double.parseDouble(told[0]),
                Double.parseDouble(told[2]),
                serverMicros / Math.max(1, Double.parseDouble(told[1])));
    }

    private static void fill(Other worker, int events) throws IOException {
        long there = 0;
        while (there < events) {
            String[] told = worker.ask("append 64 2000").split(" ");
            there += Long.parseLong(told[4]);
        }
    }

    private void visible() throws IOException {
        int perSecond = Integer.getInteger("bench.pace", 100);
        System.out.printf("%nFrom an acknowledgement to another process, %d events/s%n%n", perSecond);
        System.out.println("| events | p50 ms | p99 ms | slowest ms |");
        System.out.println("|---|---|---|---|");
        try (Other writer = start("ledger");
                Other reader = start("ledger")) {
            writer.ask("append 4 " + WARM_UP_MILLIS);
            watch(writer, reader, WARM_UP_MILLIS, perSecond);
            long[] late = watch(writer, reader, (long) MILLIS * ROUNDS, perSecond);
            System.out.printf(
                    "| %,d | %.2f | %.2f | %.2f |%n",
                    late.length, Worker.at(late, 0.5), Worker.at(late, 0.99), Worker.at(late, 1));
        }
    }

    private static long[] watch(Other writer, Other reader, long millis, int perSecond) throws IOException {
        reader.tell("watch " + (millis + 1000));
        reader.expect("watching");
        Map<String, Long> acknowledged = times(writer.ask("paced %d %d".formatted(millis, perSecond)));
        Map<String, Long> seen = times(reader.answer());
        return acknowledged.entrySet().stream()
                .mapToLong(one -> Math.max(0, seen.getOrDefault(one.getKey(), Long.MAX_VALUE) - one.getValue()))
                .sorted()
                .toArray();
    }

    private static Map<String, Long> times(String told) {
        Map<String, Long> times = new HashMap<>();
        for (String one : told.split(" ")) {
            if (!one.isEmpty()) {
                String[] pair = one.split(":");
                times.put(pair[0], Long.parseLong(pair[1]));
            }
        }
        return times;
    }

    private void growth() throws IOException {
        long most = Long.getLong("bench.growth", 1_000_000);
        System.out.printf("%nRate of 16 threads while the ledger grows%n%n");
        System.out.println("| events | events/s | p99 ms | ratio to the first |");
        System.out.println("|---|---|---|---|");
        try (Other worker = start("ledger")) {
            double first = 0;
            long there = 0;
            for (long size : List.of(100_000L, 1_000_000L, 5_000_000L)) {
                if (size > most) {
                    break;
                }
                while (there < size) {
                    there += Long.parseLong(worker.ask("append 64 4000").split(" ")[4]);
                    System.err.printf("%,d of %,d events%n", there, size);
                }
                List<Rate> rates = new ArrayList<>();
                for (int round = 0; round < Math.max(3, ROUNDS); round++) {
                    Rate rate = appending(worker, 16);
                    there += (long) (rate.perSecond() * MILLIS / 1000);
                    rates.add(rate);
                }
                Rate rate = Rate.median(rates);
                first = first == 0 ? rate.perSecond() : first;
                System.out.printf(
                        "| %,d | %,.0f | %.2f | %.2f |%n",
                        there, rate.perSecond(), rate.p99(), rate.perSecond() / first);
            }
        }
    }

    private Map<String, Other> start(List<String> names) throws IOException {
        Map<String, Other> workers = new LinkedHashMap<>();
        for (String name : names) {
            Other worker = start(name);
            workers.put(name, worker);
            worker.ask("append 16 " + WARM_UP_MILLIS);
        }
        return workers;
    }

    private Other start(String contender) throws IOException {
        String database = database(contender);
        return Other.start(contender, uri, database);
    }

    private static void end(Map<String, Other> workers) throws IOException {
        for (Other worker : workers.values()) {
            worker.close();
        }
    }

    private String database(String contender) {
        return databases.computeIfAbsent(contender, name -> "bench-" + name + "-" + UUID.randomUUID());
    }

    private void dropAll() {
        try (MongoClient client = MongoClients.create(uri)) {
            databases.values().forEach(database -> client.getDatabase(database).drop());
        }
    }
}
