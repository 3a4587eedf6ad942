package org.progressledger.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.ConnectionString;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

// without a real server it is left out aloud, or fails where one is required
@OnRealMongo
class NothingStaysBehindIT {
    /** What a JVM does that runs tests on a mongod of its own. */
    static final class Tests {
        public static void main(String[] args) throws Exception {
            try {
                System.out.println("uses " + MongodProcess.start().connectionString());
            } catch (NoRealMongo none) {
                System.out.println("LEFT OUT: " + none.getMessage());
                return;
            }
            Thread.sleep(Duration.ofMinutes(1));
        }
    }

    @Test
    void ends_the_mongod_of_a_jvm_that_was_killed() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dproject.root=" + System.getProperty("project.root", "."),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Tests.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var said = jvm.inputReader()) {
            String uses = said.lines()
                    .filter(line -> line.startsWith("uses ") || line.startsWith("LEFT OUT: "))
                    .findFirst()
                    .orElseThrow();
            if (Boolean.getBoolean("real.mongodb.required")) {
                assertThat(uses).startsWith("uses ");
            }
            // a server named by MONGODB_TEST_URI is nobody's to end
            assumeTrue(uses.startsWith("uses "), uses);
            String host = new ConnectionString(uses.substring("uses ".length()))
                    .getHosts()
                    .getFirst();
            assertThat(listens(host)).isTrue();
            jvm.destroyForcibly().waitFor();
            long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (listens(host) && System.nanoTime() < until) Thread.sleep(50);
            assertThat(listens(host)).isFalse();
        } finally {
            jvm.destroyForcibly();
        }
    }

    private static boolean listens(String host) {
        int port = Integer.parseInt(host.substring(host.indexOf(':') + 1));
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
