package org.progressledger.bench.city;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Has Gatling ask at some rates, and looks meanwhile at what the processes take. */
final class Load {
    private static final int QUESTIONS_OF_EACH = 3_000;
    private static final String SAYS = "## ";

    private final List<Program> services;
    private final ProcessHandle server;
    private final Path work;

    /** @param services that are asked in turns */
    Load(List<Program> services, ProcessHandle server, Path work) {
        this.services = services;
        this.server = server;
        this.work = work;
    }

    /** @param millis p50, p95, p99 and the slowest, as text */
    record Row(String kind, String rate, long answers, long errors, List<String> millis) {}

    /**
     * What a core did for a question, in microseconds, while one rate lasted.
     *
     * @param cores how many of them were busy for these three
     */
    record Cost(String rate, double service, double mongod, double gatling, double cores) {}

    record Result(List<Row> rows, List<Cost> costs, Path recording) {}

    private record Reading(long at, long service, long mongod, long gatling) {}

    /** @param rates such as {@code 500x40,250x20}; the first one of the first service is recorded by Java Flight Recorder */
    Result run(Questions questions, String username, String password, String rates, int warm)
            throws IOException, InterruptedException {
        Path file = work.resolve("questions");
        questions.write(file, QUESTIONS_OF_EACH);
        Path recording = work.resolve("load.jfr");
        Process gatling = start(file, username, password, rates, warm);
        Map<String, Reading> readings = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        try (BufferedReader told =
                new BufferedReader(new InputStreamReader(gatling.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = told.readLine(); line != null; line = told.readLine()) {
                if (line.startsWith(SAYS + "begin ") || line.equals(SAYS + "end")) {
                    readings.put(line.substring(SAYS.length()), reading(gatling));
                    if (readings.size() <= 2) {
                        record(readings.size() == 1, recording);
                    }
                } else if (line.startsWith(SAYS) && line.contains("\t")) {
                    rows.add(row(line.substring(SAYS.length()).split("\t")));
                }
            }
        }
        if (gatling.waitFor() != 0 || rows.isEmpty()) {
            throw new IllegalStateException("Gatling did not end well: see " + work.resolve("gatling.log"));
        }
        return new Result(rows, costs(readings, rows), recording);
    }

    private Process start(Path questions, String username, String password, String rates, int warm) throws IOException {
        Process gatling = new ProcessBuilder(
                        Program.java(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-Dgatling.http.requestTimeout=10000",
                        "-Dload.url="
                                + services.stream()
                                        .map(service -> service.address().toString())
                                        .collect(Collectors.joining(",")),
                        "-Dload.user=" + username,
                        "-Dload.password=" + password,
                        "-Dload.questions=" + questions,
                        "-Dload.rates=" + rates,
                        "-Dload.warm=" + warm,
                        "-cp",
                        System.getProperty("load.classpath"),
                        "io.gatling.app.Gatling",
                        "--simulation",
                        "org.progressledger.bench.load.CityLoad",
                        "--results-folder",
                        work.resolve("gatling").toString(),
                        "--no-reports")
                .directory(work.toFile())
                .redirectError(work.resolve("gatling.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(gatling::destroyForcibly, "gatling-stop"));
        return gatling;
    }

    private void record(boolean begins, Path recording) throws IOException, InterruptedException {
        List<String> asked = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "jcmd",
                String.valueOf(services.getFirst().handle().pid())));
        asked.addAll(
                begins
                        ? List.of("JFR.start", "name=load", "settings=profile")
                        : List.of("JFR.stop", "name=load", "filename=" + recording));
        Process jcmd = new ProcessBuilder(asked)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("jcmd.log").toFile())
                .start();
        if (jcmd.waitFor() != 0) {
            throw new IllegalStateException("jcmd does not record: see " + work.resolve("jcmd.log"));
        }
    }

    private Reading reading(Process gatling) {
        return new Reading(
                System.nanoTime(),
                services.stream().mapToLong(service -> cpu(service.handle())).sum(),
                cpu(server),
                gatling.isAlive() ? cpu(gatling.toHandle()) : 0);
    }

    static long cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private static Row row(String[] told) {
        return new Row(
                told[0],
                told[1],
                Long.parseLong(told[2]),
                Long.parseLong(told[3]),
                Arrays.asList(told).subList(4, told.length));
    }

    private static List<Cost> costs(Map<String, Reading> readings, List<Row> rows) {
        List<Cost> costs = new ArrayList<>();
        List<String> names = List.copyOf(readings.keySet());
        for (int i = 0; i + 1 < names.size(); i++) {
            String rate = names.get(i).substring("begin ".length());
            Reading from = requireNonNull(readings.get(names.get(i)));
            Reading to = requireNonNull(readings.get(names.get(i + 1)));
            double asked = rows.stream()
                    .filter(row -> row.rate().equals(rate) && row.kind().equals("together"))
                    .mapToLong(row -> row.answers() + row.errors())
                    .sum();
            long service = to.service - from.service;
            long mongod = to.mongod - from.mongod;
            long gatling = Math.max(0, to.gatling - from.gatling);
            costs.add(new Cost(
                    rate,
                    service / 1e3 / asked,
                    mongod / 1e3 / asked,
                    gatling / 1e3 / asked,
                    (double) (service + mongod + gatling) / (to.at - from.at)));
        }
        return costs;
    }
}
