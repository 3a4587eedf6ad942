package org.progressledger.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code ledger-verify} said, run as auditors run it.
 *
 * @param output both streams
 */
record VerifierRun(int exitCode, String output) {

    static VerifierRun of(String... arguments) {
        List<String> inEnglish = new ArrayList<>(List.of("--lang", "en"));
        inEnglish.addAll(List.of(arguments));
        return plain(inEnglish.toArray(String[]::new));
    }

    /** With these arguments alone. */
    static VerifierRun plain(String... arguments) {
        Path jar = Path.of(System.getProperty("project.root", ".."), "verifier", "target", "ledger-verify-app.jar");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-jar",
                jar.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new VerifierRun(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
