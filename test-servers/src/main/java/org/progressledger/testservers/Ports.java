package org.progressledger.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports on loopback for servers that tests start. Each belongs to this JVM until it ends, so tests that run beside each other
 * never take the same one, however long a server needs to come up or stays away before it comes back.
 */
public final class Ports {
    // below what systems give to outgoing connections
    private static final int FIRST = 20_000;
    private static final int END = 32_000;
    private static final int TRIES = 2_000;
    private static final Path CLAIMS =
            Path.of(System.getProperty("java.io.tmpdir"), "test-ports-" + System.getProperty("user.name"));

    /** A lock that nobody holds any more is given up by the garbage collector. */
    private static final Map<Integer, FileLock> ours = new HashMap<>();

    private Ports() {}

    /**
     * A port on which nobody listens and which is given to nobody else.
     *
     * @throws IllegalStateException when none is found
     */
    public static synchronized int free() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            // looked up first: to open our own claim once more and close it would give it up
            if (!ours.containsKey(port) && claim(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port in " + FIRST + " until " + END);
    }

    private static boolean claim(int port) {
        try {
            Files.createDirectories(CLAIMS);
            FileChannel channel = FileChannel.open(
                    CLAIMS.resolve(String.valueOf(port)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null || !isUnused(port)) {
                channel.close();
                return false;
            }
            ours.put(port, lock);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isUnused(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
