package org.progressledger.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One of the product's processes, which can be killed and started again. */
final class ServiceProcess {
    private static final Duration START = Duration.ofSeconds(180);

    private static final Map<String, Path> EXTRACTED = new ConcurrentHashMap<>();

    private final String name;
    private final Path jar;
    private final Path folder;
    private final Map<String, String> environment;
    private final List<String> arguments;
    private final BooleanSupplier ready;
    private Process process;

    /**
     * @param asOneFile as it is packaged; or taken out of that file first
     * @param folder stands on the command line, so that whoever clears up recognises the process
     * @param ready whether it serves
     */
    ServiceProcess(
            String module,
            boolean asOneFile,
            Path folder,
            Map<String, String> environment,
            List<String> arguments,
            BooleanSupplier ready) {
        this.name = module;
        this.jar =
                asOneFile ? packaged(module) : EXTRACTED.computeIfAbsent(module, first -> extracted(packaged(first)));
        this.folder = folder;
        this.environment = environment;
        this.arguments = arguments;
        this.ready = ready;
    }

    /** As {@code ./run} starts it: taken out of its one file, from which classes are slow to load. */
    private static Path extracted(Path packaged) {
        try {
            Path folder = Files.createTempDirectory("progress-ledger-app-");
            Janitor.watch(folder);
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Djarmode=tools",
                    "-jar",
                    packaged.toString(),
                    "extract",
                    "--force",
                    "--destination",
                    folder.toString());
            Process extracting =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(extracting.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (extracting.waitFor() != 0) {
                throw new IllegalStateException("Cannot be extracted: " + packaged + ": " + said);
            }
            return folder.resolve(packaged.getFileName());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path packaged(String module) {
        Path target = Path.of(System.getProperty("project.root", ".."), module, "target");
        try (var jars = Files.newDirectoryStream(target, module + "-*-app.jar")) {
            for (Path jar : jars) {
                return jar.toAbsolutePath().normalize();
            }
        } catch (IOException e) {
            throw new IllegalStateException("Not packaged: " + module, e);
        }
        throw new IllegalStateException("Not packaged: no " + module + "-*-app.jar in " + target);
    }

    void launch() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // it is gone before more would pay
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx400m",
                "-Dfile.encoding=UTF-8",
                "-Ddisable-axoniq-console-message=true",
                "-Dstarted.for=" + folder,
                "-jar",
                jar.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        // Spring takes these as its own and would log every step
        builder.environment().keySet().removeAll(List.of("DEBUG", "TRACE"));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
            Files.writeString(
                    folder.resolve("pids"),
                    process.pid() + "\n",
                    java.nio.file.StandardOpenOption.CREATE,
                    java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void awaitReady() {
        long until = System.nanoTime() + START.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException(name + " does not come up: " + lastLines());
            }
            pause(50);
        }
    }

    void start() {
        launch();
        awaitReady();
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As {@code kill -TERM}. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(name + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    Path log() {
        return folder.resolve(name + ".log");
    }

    String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return "no log";
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
