package org.progressledger.testservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {
    private static final int MANY = 1_000;

    @Test
    void no_port_is_given_twice_and_one_that_is_used_is_not_given() throws Exception {
        List<Integer> ports = Stream.generate(Ports::free).limit(MANY).toList();
        assertThat(ports).doesNotHaveDuplicates();
        try (ServerSocket socket = new ServerSocket(ports.getFirst(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(socket.isBound()).isTrue();
        }
    }

    @Test
    void a_jvm_beside_this_one_gets_none_of_its_ports() throws Exception {
        List<String> ports =
                Stream.generate(Ports::free).limit(MANY).map(String::valueOf).toList();
        // whatever only the collector keeps from being given up is given up now
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherJvm.class.getName())
                .redirectErrorStream(true)
                .start();
        List<String> others =
                new String(other.getInputStream().readAllBytes()).lines().toList();
        assertThat(other.waitFor()).as("%s", others).isZero();
        assertThat(others).hasSize(MANY).doesNotContainAnyElementsOf(ports);
    }

    /** Prints ports of its own. */
    static final class OtherJvm {
        private OtherJvm() {}

        public static void main(String[] arguments) {
            for (int one = 0; one < MANY; one++) {
                System.out.println(Ports.free());
            }
        }
    }
}
