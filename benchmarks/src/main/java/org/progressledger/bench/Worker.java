package org.progressledger.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A process with one contender: it does what it is told line by line on its standard input, and answers each on its output.
 *
 * <p>{@code append THREADS MILLIS}, {@code paced MILLIS PER_SECOND}, {@code watch MILLIS}, {@code read}, {@code end}.
 */
public final class Worker {

    private static final long EVENTS_PER_STREAM = 50;
    private static final int ROOM = 1 << 16;

    private final Contender contender;

    private Worker(Contender contender) {
        this.contender = contender;
    }

    /** Serves until told to end, or nobody tells any more. */
    public static void serve(Contender.Maker maker, String uri, String database) throws Exception {
        try (Contender contender = maker.on(uri, database);
                BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            Worker worker = new Worker(contender);
            System.out.println("ANSWER ready");
            String line = told.readLine();
            while (line != null && !line.equals("end")) {
                System.out.println("ANSWER " + worker.answer(line.split(" ")));
                line = told.readLine();
            }
        }
    }

    private String answer(String[] told) throws InterruptedException {
        try {
            return switch (told[0]) {
                case "append" -> append(Integer.parseInt(told[1]), Long.parseLong(told[2]));
                case "paced" -> Watching.append(contender, Long.parseLong(told[1]), Integer.parseInt(told[2]));
                case "watch" -> Watching.watch(contender, Long.parseLong(told[1]));
                case "read" -> read();
                default -> "unknown";
            };
        } catch (ExecutionException | RuntimeException e) {
            return "failed " + e;
        }
    }

    /** events per second, median, slowest in a hundred and slowest in milliseconds, number, microseconds of a core per event */
    private String append(int threads, long millis) throws InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        long cpu = cpuNanos();
        long until = begun + millis * 1_000_000;
        List<Future<long[]>> all = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                all.add(workers.submit(() -> appendUntil(until)));
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        double cpuMicros = (cpuNanos() - cpu) / 1e3;
        List<long[]> nanos = new ArrayList<>();
        for (Future<long[]> some : all) {
            nanos.add(some.get());
        }
        long[] sorted = nanos.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return "%.1f %.3f %.3f %.3f %d %.1f"
                .formatted(
                        sorted.length / seconds,
                        at(sorted, 0.5),
                        at(sorted, 0.99),
                        at(sorted, 1),
                        sorted.length,
                        cpuMicros / Math.max(1, sorted.length));
    }

    /** Of all threads of this process, compiler and collector included. */
    private static long cpuNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    private long[] appendUntil(long until) {
        long[] nanos = new long[ROOM];
        int number = 0;
        String stream = "";
        for (long sequence = 0; System.nanoTime() < until; sequence++) {
            if (sequence % EVENTS_PER_STREAM == 0) {
                sequence = 0;
                stream = "project-" + UUID.randomUUID();
            }
            long begun = System.nanoTime();
            contender.append(stream, sequence);
            if (number == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * number);
            }
            nanos[number++] = System.nanoTime() - begun;
        }
        return Arrays.copyOf(nanos, number);
    }

    static double at(long[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, (long) (sorted.length * part))] / 1e6;
    }

    /** events per second, number, microseconds of a core per event */
    private String read() {
        long begun = System.nanoTime();
        long cpu = cpuNanos();
        long number = contender.readAll();
        double seconds = (System.nanoTime() - begun) / 1e9;
        return "%.1f %d %.2f".formatted(number / seconds, number, (cpuNanos() - cpu) / 1e3 / Math.max(1, number));
    }
}
