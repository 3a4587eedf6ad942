package org.progressledger.bench.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Asks at a fixed rate, whether answers come or not, one rate after the other; a question of any kind each time. Settings are
 * system properties: {@code load.url} (several, between commas, take turns), {@code load.user}, {@code load.password}, {@code load.questions} (a file of lines: kind,
 * tab, path), {@code load.rates} ({@code 500x40,250x20}: requests a second for so many seconds), {@code load.warm} (seconds
 * that are not counted, at the first rate).
 *
 * <p>Standard output, beside what Gatling says: {@code ## begin RATE}, {@code ## end}, and behind all of it
 * {@code ## KIND} with rate, answers, errors, p50, p95, p99 and the slowest in milliseconds, between tabs.
 */
public final class CityLoad extends Simulation {
    private static final int OK = 200;

    private final List<Map<String, Object>> questions = questions();
    private final List<Tally> tallies = new ArrayList<>();
    private final Random random = new Random(1);
    private final Iterator<Map<String, Object>> any = Stream.generate(
                    () -> questions.get(random.nextInt(questions.size())))
            .iterator();

    public CityLoad() {
        List<PopulationBuilder> populations = new ArrayList<>();
        String[] rates = System.getProperty("load.rates").split(",");
        double first = Double.parseDouble(rates[0].split("x")[0]);
        populations.add(population("warm", first, Integer.getInteger("load.warm", 30), null));
        for (String one : rates) {
            String[] parts = one.split("x");
            String rate = parts[0];
            while (told(rate)) {
                rate += " again";
            }
            Tally tally = new Tally(rate);
            tallies.add(tally);
            populations.add(population(
                    rate + " a second", Double.parseDouble(parts[0]), Integer.parseInt(parts[1]), tally));
        }
        PopulationBuilder all = populations.getLast();
        for (int i = populations.size() - 2; i >= 0; i--) {
            all = populations.get(i).andThen(all);
        }
        setUp(all)
                .protocols(http.baseUrls(List.of(System.getProperty("load.url").split(",")))
                        .basicAuth(System.getProperty("load.user"), System.getProperty("load.password"))
                        .acceptHeader("application/json")
                        .disableCaching()
                        .shareConnections());
    }

    private boolean told(String rate) {
        return tallies.stream().anyMatch(tally -> tally.rate.equals(rate));
    }

    private PopulationBuilder population(String name, double rate, int seconds, Tally tally) {
        AtomicBoolean begun = new AtomicBoolean();
        return scenario(name)
                .exec(session -> {
                    if (begun.compareAndSet(false, true)) {
                        System.out.println(tally == null ? "## warm" : "## begin " + tally.rate);
                    }
                    return session;
                })
                .exec(feed(any))
                .exec(http("#{kind}")
                        .get("#{path}")
                        .check(responseTimeInMillis().saveAs("millis"), status().saveAs("status")))
                .exec(session -> {
                    if (tally != null) {
                        tally.add(session);
                    }
                    return session;
                })
                .injectOpen(constantUsersPerSec(rate).during(seconds).randomized());
    }

    private static List<Map<String, Object>> questions() {
        try (Stream<String> lines = Files.lines(Path.of(System.getProperty("load.questions")))) {
            return lines.map(line -> line.split("\t"))
                    .map(parts -> Map.<String, Object>of("kind", parts[0], "path", parts[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void after() {
        System.out.println("## end");
        tallies.forEach(Tally::tell);
    }

    /** What came of one rate. */
    private static final class Tally {
        private final String rate;
        private final Map<String, List<Integer>> millis = new TreeMap<>();
        private final Map<String, Integer> errors = new TreeMap<>();

        Tally(String rate) {
            this.rate = rate;
        }

        synchronized void add(Session session) {
            String kind = session.getString("kind");
            if (!session.contains("status") || session.getInt("status") != OK) {
                errors.merge(kind, 1, Integer::sum);
            } else {
                millis.computeIfAbsent(kind, first -> new ArrayList<>()).add(session.getInt("millis"));
            }
        }

        synchronized void tell() {
            List<Integer> all = new ArrayList<>();
            millis.forEach((kind, some) -> {
                all.addAll(some);
                tell(kind, some, errors.getOrDefault(kind, 0));
            });
            tell("together", all, errors.values().stream().mapToInt(Integer::intValue).sum());
        }

        private void tell(String kind, List<Integer> some, int failed) {
            List<Integer> sorted = some.stream().sorted().toList();
            System.out.println(String.join(
                    "\t",
                    "## " + kind,
                    rate,
                    String.valueOf(sorted.size()),
                    String.valueOf(failed),
                    at(sorted, 0.5),
                    at(sorted, 0.95),
                    at(sorted, 0.99),
                    at(sorted, 1)));
        }

        private static String at(List<Integer> sorted, double share) {
            return sorted.isEmpty()
                    ? "-"
                    : String.valueOf(sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share))));
        }
    }
}
