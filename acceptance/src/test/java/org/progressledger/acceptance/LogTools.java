package org.progressledger.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs by others that check a log: Tessera's {@code fsck}, and {@code checklog} on Go's own sumdb packages. */
final class LogTools {
    static final Path FOLDER = Path.of(System.getProperty("project.root", ".."), "target", "log-tools")
            .toAbsolutePath()
            .normalize();
    private static final long PATIENCE_SECONDS = 90;

    private final Path work;

    /** @param work a folder for keys and what the programs print */
    LogTools(Path work) {
        this.work = work;
    }

    /**
     * What a program found.
     *
     * @param accepted whether it says in words that all is well
     * @param told all it printed
     */
    record Verdict(boolean accepted, String told) {}

    static boolean areThere() {
        return Files.isExecutable(FOLDER.resolve("fsck")) && Files.isExecutable(FOLDER.resolve("checklog"));
    }

    /** Every entry, every tile and the checkpoint. It exits with 0 even when it refuses, so its words are asked for. */
    Verdict fsck(String url, String verifierKey) {
        String told = run(List.of(
                        "fsck",
                        "--ui=false",
                        "-N",
                        "16", // with one it hangs on damage
                        "--storage_url",
                        url + "/",
                        "--public_key",
                        key(verifierKey).toString()))
                .told();
        return new Verdict(told.contains("Successfully fsck'd") && !told.contains("fsck failed"), told);
    }

    /** Entries against the tree, and what more is asked for by options. */
    Verdict checklog(String url, String verifierKey, String... options) {
        List<String> command =
                new ArrayList<>(List.of("checklog", "-key", key(verifierKey).toString(), "-log", url));
        command.addAll(List.of(options));
        Ran ran = run(command);
        return new Verdict(ran.code() == 0 && ran.told().endsWith("checked\n"), ran.told());
    }

    private record Ran(int code, String told) {}

    private Ran run(List<String> command) {
        List<String> full = new ArrayList<>(command);
        full.set(0, FOLDER.resolve(command.getFirst()).toString());
        try {
            Path told = Files.createTempFile(work, "told", ".txt");
            Process process = new ProcessBuilder(full)
                    .redirectErrorStream(true)
                    .redirectOutput(told.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                return new Ran(-1, Files.readString(told) + "... and did not end in " + PATIENCE_SECONDS + " s");
            }
            return new Ran(process.exitValue(), Files.readString(told));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path key(String verifierKey) {
        try {
            return Files.writeString(Files.createTempFile(work, "log", ".vkey"), verifierKey + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
