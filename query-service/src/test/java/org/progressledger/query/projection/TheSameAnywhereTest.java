package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same log gives the same documents, byte for byte, on any machine and with any JDK that is there. */
class TheSameAnywhereTest {
    private static final int OLDEST = 21;
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)[^\"]*\"");
    private static final List<String> ELSEWHERE = List.of(
            "-Duser.language=th",
            "-Duser.country=TH",
            "-Duser.variant=TH",
            "-Duser.timezone=America/New_York",
            "-Dfile.encoding=ISO-8859-1",
            "-XX:+UseSerialGC");

    private static Map<String, String> printed(Path jdk, List<String> options) throws Exception {
        List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Digested.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        Map<String, String> digests = new TreeMap<>();
        text.lines()
                .filter(line -> line.matches("\\S+ [0-9a-f]{64}"))
                .forEach(line -> digests.put(line.split(" ", 2)[0], line.split(" ", 2)[1]));
        return digests;
    }

    private static boolean isNewEnough(Path jdk) {
        try {
            Matcher version = VERSION.matcher(Files.readString(jdk.resolve("release")));
            return version.find()
                    && Integer.parseInt(version.group(1)) >= OLDEST
                    && Files.isExecutable(jdk.resolve("bin/java"));
        } catch (IOException none) {
            return false;
        }
    }

    private static List<Path> jdks() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        List<Path> all = new ArrayList<>(List.of(own));
        Path beside = own.getParent();
        if (beside != null) {
            try (Stream<Path> others = Files.list(beside)) {
                for (Path other :
                        others.filter(TheSameAnywhereTest::isNewEnough).toList()) {
                    if (!all.contains(other.toRealPath())) {
                        all.add(other.toRealPath());
                    }
                }
            }
        }
        return all;
    }

    @Test
    void the_same_history_gives_the_same_documents_with_every_jdk_in_any_place_of_the_world() throws Exception {
        Map<String, String> here = Digested.digests();
        assertThat(here).hasSizeGreaterThan(8).containsKey("projects/50470000-3298/timeline");
        List<Path> jdks = jdks();
        System.out.println("JDKS THAT BUILD THE SAME DOCUMENTS: " + jdks);
        for (Path jdk : jdks) {
            assertThat(printed(jdk, ELSEWHERE)).as("with %s, elsewhere", jdk).isEqualTo(here);
        }
    }
}
