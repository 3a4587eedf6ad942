package org.progressledger.query;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.access.SignedIn;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Asks the service over its HTTP interface. */
final class Desk {
    // digits as they come: 10.00 is not 10.0
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final MockMvc mvc;

    Desk(MockMvc mvc) {
        this.mvc = mvc;
    }

    static Asker someone(Role role, String... scope) {
        return new Asker(role.name().toLowerCase(java.util.Locale.ROOT), role, null, List.of(scope));
    }

    /** What came back. */
    record Answer(int status, JsonNode json, String text, MockHttpServletResponse response) {
        @Nullable
        String header(String name) {
            return response.getHeader(name);
        }

        String code() {
            return json.path("code").asString("");
        }
    }

    /** An answer of status 200. */
    JsonNode get(Asker asker, String path, Object... variables) {
        Answer answer = ask(asker, path, variables);
        if (answer.status() != 200) {
            throw new AssertionError(path + " answered " + answer.status() + ": " + answer.text());
        }
        return answer.json();
    }

    Answer ask(Asker asker, String path, Object... variables) {
        return send(MockMvcRequestBuilders.get("/api/v1" + path, variables).with(authentication(SignedIn.as(asker))));
    }

    Answer send(MockHttpServletRequestBuilder request) {
        try {
            MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
            String text = response.getContentAsString(StandardCharsets.UTF_8);
            String type = response.getContentType();
            JsonNode json = type != null && type.contains("json") ? JSON.readTree(text) : JSON.createObjectNode();
            return new Answer(response.getStatus(), json, text, response);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
