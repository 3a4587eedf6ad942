package org.progressledger.testroles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends requests to one service. */
final class Asking {

    private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Z_]+)\"");

    /** What came back: the status, and the reason code of a problem document. */
    record Answer(int status, String code) {}

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;

    Asking(URI service) {
        this.service = service;
    }

    /**
     * @param account name and password with a colon between; null to come without signing in
     * @param body null for none; else sent as JSON
     */
    Answer send(String method, String path, @Nullable String account, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (account != null) {
            byte[] pair = account.getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            Matcher code = CODE.matcher(answer.body());
            return new Answer(answer.statusCode(), answer.statusCode() >= 400 && code.find() ? code.group(1) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
