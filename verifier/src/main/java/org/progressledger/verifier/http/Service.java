package org.progressledger.verifier.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.verifier.CopyUnreadable;

/** A service over HTTP, asked politely: one request at a time, and again when it asks for patience. */
public final class Service {
    private static final int ATTEMPTS = 5;
    private static final int MOST_BYTES = 64 << 20;
    private static final Duration WAIT = Duration.ofSeconds(30);
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(WAIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;
    private final @Nullable String authorization;

    private Service(String base, @Nullable String authorization) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        this.authorization = authorization;
    }

    /** Without an account. */
    public static Service open(URI base) {
        return new Service(base.toString(), null);
    }

    /** As somebody. */
    public static Service as(URI base, String user, String password) {
        byte[] pair = (user + ':' + password).getBytes(StandardCharsets.UTF_8);
        return new Service(base.toString(), "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    boolean hasAccount() {
        return authorization != null;
    }

    /**
     * The bytes at a path, nothing if there are none.
     *
     * @param path begins with a slash
     * @throws CopyUnreadable if the service does not answer, or refuses
     */
    Optional<byte[]> get(String path) {
        for (int attempt = 1; ; attempt++) {
            HttpResponse<InputStream> answer = ask(path);
            try (InputStream body = answer.body()) {
                if (answer.statusCode() == 200) {
                    return Optional.of(limited(path, body));
                }
            } catch (IOException e) {
                throw new CopyUnreadable("%s%s: %s".formatted(base, path, e.getMessage()), e);
            }
            if (answer.statusCode() == 404) {
                return Optional.empty();
            }
            boolean busy = answer.statusCode() == 429 || answer.statusCode() == 503;
            if (!busy || attempt == ATTEMPTS) {
                throw new CopyUnreadable("%s%s answers %d".formatted(base, path, answer.statusCode()), null);
            }
            pause(answer, attempt);
        }
    }

    private HttpResponse<InputStream> ask(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(WAIT);
        if (authorization != null && path.startsWith("/api/")) {
            request.header("Authorization", authorization);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new CopyUnreadable("%s%s does not answer: %s".formatted(base, path, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CopyUnreadable("Interrupted", e);
        }
    }

    private static byte[] limited(String path, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES);
        if (body.read() >= 0) {
            throw new CopyUnreadable("The answer to %s is longer than %d bytes".formatted(path, MOST_BYTES), null);
        }
        return bytes;
    }

    /** What a busy service says is the least: it does not know how many others ask. */
    private static void pause(HttpResponse<?> answer, int attempt) {
        long asked = answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,2}"))
                .map(Long::parseLong)
                .orElse(0L);
        long seconds = Math.max(asked, 1L << (attempt - 1));
        try {
            Thread.sleep(Duration.ofSeconds(Math.min(seconds, WAIT.toSeconds())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CopyUnreadable("Interrupted", e);
        }
    }
}
