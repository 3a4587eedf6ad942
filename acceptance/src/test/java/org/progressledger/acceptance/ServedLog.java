package org.progressledger.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.progressledger.ledger.tree.TilePath;

/** One size of a grown log, served on loopback as tlog-tiles says; single files can be altered. */
final class ServedLog implements AutoCloseable {
    static final String CHECKPOINT = "checkpoint";

    private final GrownLog log;
    private final long size;
    private final Map<String, Optional<byte[]>> altered = new HashMap<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    ServedLog(GrownLog log, long size) {
        this.log = log;
        this.size = size;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Serves something else in a place from now on. */
    ServedLog altered(String path, UnaryOperator<byte[]> alteration) {
        altered.put(path, Optional.of(alteration.apply(file(path).orElseThrow().clone())));
        return this;
    }

    ServedLog without(String path) {
        file(path).orElseThrow();
        altered.put(path, Optional.empty());
        return this;
    }

    private Optional<byte[]> file(String path) {
        return path.equals(CHECKPOINT)
                ? Optional.of(log.checkpoint(size).getBytes(StandardCharsets.UTF_8))
                : TilePath.parse(path).flatMap(tile -> log.tile(size, tile));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().replaceFirst("^/+", "");
            Optional<byte[]> bytes = altered.containsKey(path) ? altered.get(path) : file(path);
            exchange.sendResponseHeaders(
                    bytes.isPresent() ? 200 : 404,
                    bytes.map(file -> (long) file.length).orElse(-1L));
            if (bytes.isPresent()) {
                exchange.getResponseBody().write(bytes.get());
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
