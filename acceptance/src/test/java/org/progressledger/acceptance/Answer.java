package org.progressledger.acceptance;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service answered. */
record Answer(String asked, HttpResponse<byte[]> response) {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException notJson) {
            throw new AssertionError(this + " is not JSON", notJson);
        }
    }

    /** The reason code of a problem document. */
    String code() {
        return json().path("code").asString("");
    }

    /** Position of the last event that the command recorded. */
    long position() {
        return Long.parseLong(header("Ledger-Position"));
    }

    /** This answer, which is one of success. */
    Answer ok() {
        if (status() / 100 != 2) {
            throw new AssertionError("Not what was hoped for: " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        String text = text();
        return asked + " -> " + status() + " " + header("Content-Type") + " "
                + (text.length() > 1500 ? text.substring(0, 1500) + "…" : text);
    }
}
