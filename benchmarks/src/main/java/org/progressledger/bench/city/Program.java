package org.progressledger.bench.city;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of the packaged programs, as scripts/build leaves it, in a process of its own that ends with this one. */
final class Program implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final long STOPS_WITHIN_SECONDS = 30;

    private final String name;
    private final Process process;
    private final Path log;
    private final URI address;

    private Program(String name, Process process, Path log, URI address) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.address = address;
    }

    /** @param app the folder that scripts/build prints */
    static Program start(
            Path app, String name, int port, Path work, Map<String, String> settings, List<String> arguments)
            throws IOException {
        Path log = work.resolve(name + ".log");
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(arguments);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Ddisable-axoniq-console-message=true", "-jar"));
        command.add(app.resolve(name).resolve(name + ".jar").toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, name + "-stop"));
        return new Program(name, process, log, URI.create("http://127.0.0.1:" + port));
    }

    static String java() {
        return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    }

    URI address() {
        return address;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** @return seconds that it took */
    double awaitReady(Duration patience) throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpRequest ready = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (System.nanoTime() - began < patience.toNanos()) {
                if (!process.isAlive()) {
                    break;
                }
                try {
                    if (http.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                        return (System.nanoTime() - began) / 1e9;
                    }
                } catch (IOException notYet) {
                    // not listening yet
                }
                Thread.sleep(LOOK_AGAIN);
            }
        }
        throw new IllegalStateException(name + " is not ready:\n" + String.join("\n", lastLines()));
    }

    private List<String> lastLines() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.subList(Math.max(0, lines.size() - 20), lines.size());
    }

    /** The most memory that was resident, in MiB; -1 where the system does not tell. */
    long peakMebibytes() {
        try {
            return Files.readAllLines(proc("status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException elsewhere) {
            return -1;
        }
    }

    /** From here on the peak is counted anew, where the system can. */
    void forgetPeak() {
        try {
            Files.writeString(proc("clear_refs"), "5");
        } catch (IOException elsewhere) {
            System.err.println("The peak of memory is that since the start: " + elsewhere);
        }
    }

    private Path proc(String file) {
        return Path.of("/proc", String.valueOf(process.pid()), file);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
