package org.progressledger.bench;

import com.mongodb.client.MongoDatabase;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.ForwardingRefused;
import org.progressledger.ledger.ForwardingRefused.Reason;
import org.progressledger.ledger.ForwardingSettings;
import org.progressledger.ledger.LedgerSettings;

/** The way between processes of which one appends for all: the product's own, behind the JDK's server. */
final class Forwarding {

    private final HttpServer server;

    Forwarding() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes part in it. */
    org.progressledger.ledger.Forwarding start(MongoDatabase database) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return org.progressledger.ledger.Forwarding.start(
                database,
                LedgerSettings.defaults(),
                new ForwardingSettings(() -> Optional.of(address), () -> "benchmark", ForwardingSettings.LEASE));
    }

    /** Takes what others forward. */
    void serve(CommitLog log) {
        server.setExecutor(Executors.newCachedThreadPool(
                work -> Thread.ofPlatform().daemon().unstarted(work)));
        server.createContext(org.progressledger.ledger.Forwarding.PATH, exchange -> {
            try (exchange) {
                byte[] answer = log.appendForwarded(exchange.getRequestBody().readAllBytes());
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            } catch (ForwardingRefused e) {
                exchange.getResponseHeaders().add("Retry-After", "1");
                exchange.sendResponseHeaders(e.reason() == Reason.UNAVAILABLE ? 503 : 404, -1);
            }
        });
        server.start();
    }
}
