package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.progressledger.testservers.Ports;
import tools.jackson.databind.JsonNode;

/** {@code ./run}, as a newcomer types it. */
class RunScriptIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** Stands where the project builds itself: these tests take what this build has packaged. */
    private static final String TAKE_WHAT_IS_PACKAGED = """
            #!/usr/bin/env bash
            set -euo pipefail
            cd "$(dirname "$0")/.."
            app=$PWD/app
            if [ ! -d "$app" ]; then
              for module in command-service query-service; do
                mkdir -p "$app/$module"
                "$JAVA_HOME/bin/java" -Djarmode=tools -jar "%1$s/$module/target/"$module-*-app.jar extract --force \\
                  --destination "$app/$module" >&2
                mv "$app/$module/"$module-*-app.jar "$app/$module/$module.jar"
              done
              mkdir -p "$app/embedded-store"
              cp "%1$s/embedded-store/target/"embedded-store-*-app.jar "$app/embedded-store/embedded-store.jar"
            fi
            echo "$app"
            """;

    private final int queryPort = Ports.free();
    private final int commandPort = Ports.free();
    private final int storePort = Ports.free();
    private Path folder;

    @BeforeEach
    void a_copy_of_what_a_newcomer_has() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("progress-ledger-run-");
        Janitor.watch(folder);
        Path project = Path.of(System.getProperty("project.root", ".."))
                .toAbsolutePath()
                .normalize();
        Path copy = Files.createDirectory(folder.resolve("copy"));
        Process copied = new ProcessBuilder("cp", "-a", "run", "scripts", "samples", copy.toString())
                .directory(project.toFile())
                .inheritIO()
                .start();
        assertThat(copied.waitFor()).isZero();
        Files.writeString(copy.resolve("scripts/build"), TAKE_WHAT_IS_PACKAGED.formatted(project));
    }

    @AfterEach
    void tidy_up() {
        for (long pid : programs()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
        await("everything ended", () -> programs().isEmpty());
        RunningSystem.remove(folder);
    }

    /** {@code ./run}, and what it prints. */
    private record Run(Process process, Path said) {
        String text() {
            try {
                return Files.readString(said);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        int exitCode() throws InterruptedException {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("it ends: %s", text())
                    .isTrue();
            return process.exitValue();
        }

        void signal(String signal) throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    private Run run(Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PROGRESS_LEDGER_DATA", folder.resolve("data").toString(),
                "QUERY_PORT", String.valueOf(queryPort),
                "COMMAND_PORT", String.valueOf(commandPort),
                "STORE_PORT", String.valueOf(storePort)));
        environment.putAll(more);
        Path said = Files.createTempFile(folder, "said-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(folder.resolve("copy/run").toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().keySet().removeAll(List.of("MONGODB_URI", "PROGRESS_LEDGER_SAMPLES"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        Files.writeString(
                folder.resolve("pids"), process.pid() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return new Run(process, said);
    }

    private Run runUntilReady(Map<String, String> more) throws IOException {
        Run run = run(more);
        await("ready", () -> {
            assertThat(run.process().isAlive()).as(run.text()).isTrue();
            return run.text().contains("ready: http://localhost:" + queryPort);
        });
        return run;
    }

    @Test
    @Timeout(300)
    void starts_with_both_samples_stops_on_a_signal_and_finds_everything_again() throws Exception {
        Run first = runUntilReady(Map.of("PROGRESS_LEDGER_AOT_AFTER", "1"));
        Path accounts = folder.resolve("data/demo-accounts.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(accounts)))
                .isEqualTo("rw-------");
        JsonNode people = Answer.JSON.readTree(accounts.toFile());
        assertThat(people.size()).isGreaterThanOrEqualTo(8);
        people.forEach(person -> {
            assertThat(person.propertyNames()).contains("username", "password", "role", "agency");
            assertThat(person.get("password").asString()).hasSizeGreaterThanOrEqualTo(12);
        });
        assertThat(programs()).as("store, command service, query service").hasSizeGreaterThanOrEqualTo(3);
        String before = bothProjects(people);
        assertThat(before).contains("\"percent\":100.00");

        Run second = run(Map.of());
        assertThat(second.exitCode()).as(second.text()).isEqualTo(5);
        oneClearSentence(second, "in use");
        Run another = run(Map.of("PROGRESS_LEDGER_DATA", folder.resolve("other").toString()));
        assertThat(another.exitCode()).as(another.text()).isEqualTo(3);
        oneClearSentence(another, "Port " + queryPort + " is in use");
        assertThat(first.process().isAlive()).as("the first one goes on").isTrue();

        Path preparing = folder.resolve("data/logs/command-service-aot.log");
        await("a faster start is being prepared", () -> Files.exists(preparing));
        first.signal("INT");
        assertThat(first.exitCode()).as(first.text()).isEqualTo(130);
        assertThat(programs()).as("nothing is left").isEmpty();
        assertThat(caches("fresh")).as("nothing half made is left").isEmpty();

        Path passedOver = Files.writeString(cache("command-service"), "no cache");
        Path failedBefore = Files.writeString(cache("query-service"), "no cache");
        Files.createFile(Path.of(failedBefore + ".tried"));
        Run later = runUntilReady(Map.of());
        assertThat(passedOver).exists();
        assertThat(failedBefore).as("is not tried again").doesNotExist();
        assertThat(caches("tried")).isEmpty();
        assertThat(bothProjects(Answer.JSON.readTree(accounts.toFile()))).isEqualTo(before);
        later.signal("TERM");
        assertThat(later.exitCode()).as(later.text()).isEqualTo(143);
        assertThat(programs()).isEmpty();
    }

    @Test
    void says_in_one_sentence_why_it_cannot_start() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        Run unwritable = run(Map.of("PROGRESS_LEDGER_DATA", file.toString()));
        assertThat(unwritable.exitCode()).as(unwritable.text()).isEqualTo(4);
        oneClearSentence(unwritable, "cannot be written");

        Run unreachable = run(Map.of("MONGODB_URI", "mongodb://127.0.0.1:" + Ports.free()));
        assertThat(unreachable.exitCode()).as(unreachable.text()).isEqualTo(6);
        oneClearSentence(unreachable, "MONGODB_URI");

        try (var taken = new ServerSocket(storePort, 1, InetAddress.getLoopbackAddress())) {
            Run occupied = run(Map.of());
            assertThat(occupied.exitCode()).as(occupied.text()).isEqualTo(3);
            oneClearSentence(occupied, "Port " + taken.getLocalPort() + " is in use");
        }
        assertThat(programs()).isEmpty();
    }

    private static void oneClearSentence(Run run, String words) {
        assertThat(run.text()).contains(words).doesNotContain("Exception", "\tat ");
        // the sentence and its Thai twin are the last thing said
        assertThat(run.text().strip().lines().toList().getLast()).contains(words);
    }

    private String bothProjects(JsonNode people) throws IOException, InterruptedException {
        String password = "";
        for (JsonNode person : people) {
            if (person.get("username").asString().equals("auditor")) {
                password = person.get("password").asString();
            }
        }
        String basic = "Basic " + Base64.getEncoder().encodeToString(("auditor:" + password).getBytes());
        var request = java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create("http://127.0.0.1:" + queryPort + "/api/v1/projects"))
                .header("Authorization", basic)
                .build();
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            var answer = http.send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(Answer.JSON.readTree(answer.body()).get("total").asInt()).isEqualTo(2);
            return answer.body();
        }
    }

    /** Where what a JDK loads of a program is kept. */
    private Path cache(String program) throws IOException, InterruptedException {
        Process checksum = new ProcessBuilder("sh", "-c", "cksum <\"$(scripts/find-jdk)/release\" | cut -d ' ' -f 1")
                .directory(folder.resolve("copy").toFile())
                .start();
        String jdk = new String(checksum.getInputStream().readAllBytes()).strip();
        assertThat(checksum.waitFor()).isZero();
        return folder.resolve("copy/app/%s/%s-%s.aot".formatted(program, program, jdk));
    }

    private List<Path> caches(String part) throws IOException {
        try (var files = Files.walk(folder.resolve("copy/app"), 2)) {
            return files.filter(file -> file.getFileName().toString().contains(".aot." + part))
                    .toList();
        }
    }

    /** Java programs of this copy that run. */
    private List<Long> programs() {
        String app = folder.resolve("copy/app").toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(app)
                        || List.of(process.info().arguments().orElse(new String[0])).stream()
                                .anyMatch(argument -> argument.startsWith(app)))
                .map(ProcessHandle::pid)
                .toList();
    }

    private static void await(String what, BooleanSupplier happened) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s in time", what).isLessThan(until);
            ServiceProcess.pause(200);
        }
    }
}
