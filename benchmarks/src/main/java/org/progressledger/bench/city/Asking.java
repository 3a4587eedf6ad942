package org.progressledger.bench.city;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.progressledger.events.EventJson;
import tools.jackson.databind.JsonNode;

/** Asks the query service as one account, one question after the other. */
final class Asking implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private final String basic;

    Asking(URI service, String username, String password) {
        this.service = service;
        this.basic = "Basic "
                + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** @return how many bytes the answer has */
    int size(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(service.resolve(path)), path).length;
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return EventJson.mapper().readTree(send(HttpRequest.newBuilder(service.resolve(path)), path));
    }

    /** Sends an empty object. */
    JsonNode post(String path) throws IOException, InterruptedException {
        return EventJson.mapper()
                .readTree(send(
                        HttpRequest.newBuilder(service.resolve(path))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")),
                        path));
    }

    private byte[] send(HttpRequest.Builder request, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                http.send(request.header("Authorization", basic).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    path + ": " + answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.close();
    }
}
