package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** What every refusal looks like. */
final class Problem {
    private static final String THAI = "(?s).*[\\u0e01-\\u0e5b].*";

    private Problem() {}

    /** Sends it once in each language, and finds a problem document of the caller's fault in both; gives the English one. */
    static Answer inBothLanguages(Client client, Supplier<HttpRequest.Builder> request) {
        Answer thai = client.send(request.get().header("Accept-Language", "th"));
        isProblem(thai);
        assertThat(thai.json().get("detail").asString()).as("%s", thai).matches(THAI);
        assertThat(thai.header("Content-Language")).startsWith("th");
        Answer english = client.send(request.get().header("Accept-Language", "en"));
        isProblem(english);
        assertThat(english.json().get("detail").asString()).as("%s", english).doesNotMatch(THAI);
        assertThat(english.header("Content-Language")).startsWith("en");
        assertThat(english.code()).isEqualTo(thai.code());
        return english;
    }

    static void isProblem(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isBetween(400, 499);
        isDocument(answer);
    }

    /** Of any status. */
    static void isDocument(Answer answer) {
        assertThat(answer.header("Content-Type")).as("%s", answer).startsWith("application/problem+json");
        JsonNode document = answer.json();
        assertThat(document.get("status").asInt()).as("%s", answer).isEqualTo(answer.status());
        assertThat(document.get("code").asString()).as("%s", answer).matches("[A-Z][A-Z_]+");
        assertThat(document.get("title").asString()).as("%s", answer).isNotBlank();
        assertThat(document.get("detail").asString()).as("%s", answer).isNotBlank();
        assertThat(answer.text())
                .as("nothing of the inside shows")
                .doesNotContain("Exception", "org.springframework", "at org.");
    }
}
