package org.progressledger.ledger;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** One request over a connection that stays open, {@code POST} {@value Forwarding#PATH} below the address. */
final class HttpLine implements ForwardingLine {

    private static final Duration CONNECT = Duration.ofSeconds(1);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final Supplier<String> authorization;
    private final Duration timeout;

    /** @param timeout of a whole exchange */
    HttpLine(Supplier<String> authorization, Duration timeout) {
        this.authorization = authorization;
        this.timeout = timeout;
    }

    @Override
    public CompletableFuture<Reply> send(URI address, byte[] question) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(Forwarding.PATH))
                .header("Authorization", authorization.get())
                .header("Content-Type", Forwarding.CONTENT_TYPE)
                .timeout(timeout)
                .POST(BodyPublishers.ofByteArray(question))
                .build();
        return http.sendAsync(request, BodyHandlers.ofByteArray())
                .thenApply(answer -> new Reply(
                        answer.statusCode(),
                        answer.headers().firstValue("Retry-After").isPresent(),
                        answer.body()));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
