package org.progressledger.acceptance;

import java.io.IOException;
import java.nio.file.Path;

/** Ends what was started for a folder and removes the folder when this JVM is gone, however it went. */
final class Janitor {
    /** $1: JVM, $2: folder. A process is ended only while its command line still names the folder. */
    private static final String SWEEP = """
            trap : INT HUP TERM
            while kill -0 $1 2>/dev/null && [ -d "$2" ]; do sleep 0.5; done
            [ -d "$2" ] || exit 0
            for pid in $(cat "$2/pids" 2>/dev/null); do
              tr '\\0' ' ' < "/proc/$pid/cmdline" 2>/dev/null | grep -qF "$2" && kill -9 "$pid"
            done
            sleep 0.5
            rm -rf "$2"
            """;

    private Janitor() {}

    static void watch(Path folder) throws IOException {
        new ProcessBuilder(
                        "sh",
                        "-c",
                        SWEEP,
                        "janitor",
                        String.valueOf(ProcessHandle.current().pid()),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
