package org.progressledger.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What would be if one process appended for all: the other sends what waits, together, over HTTP. A sketch to measure with, in its
 * favour: nobody is elected, nothing is checked, and no failure is dealt with.
 */
final class Forwarding {

    private static final int PORT = Integer.getInteger("bench.forward.port", 0);

    private Forwarding() {}

    private record Asked(String stream, long sequence, CompletableFuture<Long> position) {}

    /** The one that appends for both. */
    static Contender appender(String uri, String database) {
        Ledger ledger = new Ledger(uri, database);
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
            ExecutorService threads = Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task);
                thread.setDaemon(true);
                return thread;
            });
            server.setExecutor(threads);
            server.createContext("/", exchange -> answer(exchange, ledger, threads));
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ledger;
    }

    private static void answer(HttpExchange exchange, Ledger ledger, ExecutorService threads) throws IOException {
        DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(exchange.getRequestBody().readAllBytes()));
        List<CompletableFuture<Long>> positions = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            String stream = in.readUTF();
            long sequence = in.readLong();
            in.readUTF(); // the payload travels too
            positions.add(CompletableFuture.supplyAsync(() -> ledger.append(stream, sequence), threads));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (CompletableFuture<Long> position : positions) {
            out.writeLong(position.join());
        }
        exchange.sendResponseHeaders(200, bytes.size());
        exchange.getResponseBody().write(bytes.toByteArray());
        exchange.close();
    }

    /** The one that has its appends appended. */
    static Contender forwarder(String uri, String database) {
        LinkedBlockingQueue<Asked> queue = new LinkedBlockingQueue<>(1024);
        HttpClient client = HttpClient.newHttpClient();
        Thread sender = new Thread(() -> {
            try {
                while (true) {
                    List<Asked> some = new ArrayList<>(List.of(queue.take()));
                    queue.drainTo(some, 255);
                    send(client, some);
                }
            } catch (InterruptedException | IOException e) {
                throw new IllegalStateException(e);
            }
        });
        sender.setDaemon(true);
        sender.start();
        return new Contender() {
            @Override
            public long append(String stream, long sequence) {
                Asked asked = new Asked(stream, sequence, new CompletableFuture<>());
                queue.add(asked);
                return asked.position().join();
            }

            @Override
            public long readAll() {
                throw new UnsupportedOperationException();
            }

            @Override
            public void close() {
                client.close();
            }
        };
    }

    private static void send(HttpClient client, List<Asked> some) throws IOException, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(some.size());
        for (Asked asked : some) {
            out.writeUTF(asked.stream());
            out.writeLong(asked.sequence());
            out.writeUTF(Sample.payload(asked.sequence()));
        }
        byte[] answer = client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/"))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray()))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer));
        for (Asked asked : some) {
            asked.position().complete(in.readLong());
        }
    }
}
