package org.progressledger.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A million rows in the memory of a few hundred: a process of its own with 64 MB, which ends where that is not enough. */
class MillionRowsIT {
    private static final String MEMORY = "-Xmx64m";
    // a slow machine is no failure
    private static final int PATIENCE_MINUTES = 15;

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "json"})
    void a_million_rows_are_written_in_64_megabytes(String format, @TempDir Path folder) throws Exception {
        Path said = folder.resolve("said.txt");
        Process writer = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        MEMORY,
                        "-cp",
                        System.getProperty("java.class.path"),
                        MillionRows.class.getName(),
                        format)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(writer.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        } finally {
            writer.destroyForcibly();
        }

        String told = Files.readString(said);
        assertThat(writer.exitValue()).as(told).isZero();
        assertThat(told).startsWith("1000008 rows");
        System.out.println(format + ": " + told);
    }
}
