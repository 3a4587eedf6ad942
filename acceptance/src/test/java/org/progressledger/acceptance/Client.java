package org.progressledger.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Somebody with an account, or without one, who sends requests to both services. */
final class Client {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP = http("127.0.0.1");
    // failed sign-ins are counted by address: those that are meant come from another one
    private static final HttpClient FROM_ELSEWHERE = http("127.0.0.77");

    private final RunningSystem system;
    private final HttpClient http;
    private final String authorization;

    private Client(RunningSystem system, HttpClient http, String authorization) {
        this.system = system;
        this.http = http;
        this.authorization = authorization;
    }

    static Client withAccount(RunningSystem system, String username, String password) {
        return new Client(system, HTTP, basic(username, password));
    }

    static Client withWrongPassword(RunningSystem system, String username) {
        return new Client(system, FROM_ELSEWHERE, basic(username, "not the password"));
    }

    static Client withoutAccount(RunningSystem system) {
        return new Client(system, HTTP, "");
    }

    private static HttpClient http(String from) {
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .localAddress(InetAddress.getByName(from))
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String basic(String username, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** What the query service answers, {@code path} behind {@code /api/v1}. */
    Answer ask(String path) {
        return send(toQuery("GET", "/api/v1" + path, BodyPublishers.noBody()));
    }

    /** What the query service answers, hopefully. */
    JsonNode get(String path) {
        return ask(path).ok().json();
    }

    /** A command, {@code path} behind {@code /api/v1}. */
    Answer command(String path, Object body) {
        return send(json(path, body));
    }

    /** A command with its key, which makes it harmless to repeat. */
    Answer command(String path, Object body, String idempotencyKey) {
        return send(json(path, body).header("Idempotency-Key", idempotencyKey));
    }

    private HttpRequest.Builder json(String path, Object body) {
        byte[] bytes = Answer.JSON.writeValueAsBytes(body);
        return toCommand("POST", "/api/v1" + path, BodyPublishers.ofByteArray(bytes))
                .header("Content-Type", "application/json");
    }

    HttpRequest.Builder toCommand(String method, String path, BodyPublisher body) {
        return request(system.commandUrl() + path, method, body);
    }

    HttpRequest.Builder toQuery(String method, String path, BodyPublisher body) {
        return request(system.queryUrl() + path, method, body);
    }

    /** What the query service at that address answers, {@code path} behind {@code /api/v1}. */
    Answer at(String address, String path) {
        return send(request(address + "/api/v1" + path, "GET", BodyPublishers.noBody()));
    }

    HttpRequest.Builder request(String uri, String method, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(uri)).method(method, body).timeout(PATIENCE);
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        String asked = request.method() + " " + request.uri();
        try {
            return new Answer(asked, http.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(asked, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Hands in a printout. */
    Answer importPrintout(byte[] printout) {
        return send(toCommand("POST", "/api/v1/imports", BodyPublishers.ofByteArray(printout))
                .header("Content-Type", "text/plain; charset=utf-8"));
    }

    /** Confirms a draft with everything that it proposes, as a person who has compared it with the paper. */
    Answer confirmAll(JsonNode draft) {
        List<String> ids = new ArrayList<>();
        draft.get("proposals").forEach(proposal -> ids.add(proposal.get("id").asString()));
        return command("/imports/" + draft.get("importId").asString() + "/confirmation", Map.of("accept", ids));
    }
}
