package org.progressledger.query.sending;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.ServiceTokens;
import org.progressledger.problems.Language;
import org.progressledger.problems.ReasonCode;
import org.progressledger.problems.Texts;
import org.progressledger.problems.trace.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Sends what somebody does on a page to the command service, with a short-lived signed token that names him. Its rules
 * decide and its words are shown: a page repeats none of them.
 */
@Component
public class CommandDesk {
    private static final Logger log = LoggerFactory.getLogger(CommandDesk.class);
    private static final String LEDGER_POSITION = "Ledger-Position";
    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

    private final SendingSettings settings;
    private final ServiceTokens tokens;
    private final JsonMapper json;
    private final Texts texts;
    private final RestClient http;

    CommandDesk(SendingSettings settings, ServiceTokens tokens, JsonMapper json, Texts texts) {
        this.settings = settings;
        this.tokens = tokens;
        this.json = json;
        this.texts = texts;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectWithin())
                .build());
        requests.setReadTimeout(settings.answerWithin());
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    /** What came of it. */
    public sealed interface Outcome permits Recorded, Refused {

        /**
         * What was answered, where nothing can be done about a refusal.
         *
         * @throws RefusedElsewhere with the words of the refusal, which the page of troubles shows
         */
        default Recorded orThrow() {
            return switch (this) {
                case Recorded recorded -> recorded;
                case Refused refused -> throw new RefusedElsewhere(refused);
            };
        }
    }

    /**
     * It was done, or answered.
     *
     * @param position the ledger position that holds it, for {@code atLeast}; -1 where nothing was recorded
     * @param body the answer; a missing node where there is none
     */
    public record Recorded(int status, long position, JsonNode body) implements Outcome {}

    /**
     * It was not done; with COMMANDS_UNAVAILABLE (503) it is not known whether it was, and sending it again with the same
     * key is safe.
     *
     * @param code the reason code
     * @param detail why, in the language in which it was asked
     * @param errors what is wrong, field by field
     * @param data what the words mention
     */
    public record Refused(int status, String code, String detail, List<FieldError> errors, JsonNode data)
            implements Outcome {}

    /** What is wrong with one field. */
    public record FieldError(String field, String code, String detail) {}

    /** Asks for something to be recorded; the key makes a repeat harmless. */
    public Outcome post(Asker asker, Language language, String path, @Nullable Object body, @Nullable String key) {
        return post(asker, language, path, body, key, Map.of());
    }

    /** The same with further headers, such as {@code If-Match}. */
    public Outcome post(
            Asker asker,
            Language language,
            String path,
            @Nullable Object body,
            @Nullable String key,
            Map<String, String> headers) {
        RestClient.RequestBodySpec request = withBody(request(asker, language, HttpMethod.POST, path), body, key);
        headers.forEach(request::header);
        return send(request, language);
    }

    public Outcome put(Asker asker, Language language, String path, @Nullable Object body) {
        return send(withBody(request(asker, language, HttpMethod.PUT, path), body, null), language);
    }

    /** Reads what the command service keeps. */
    public Outcome get(Asker asker, Language language, String path) {
        return send(request(asker, language, HttpMethod.GET, path), language);
    }

    /** A file that somebody chose. */
    public record ChosenFile(String name, String contentType, byte[] bytes) {}

    /** Sends files as the parts {@code file} of one form. */
    public Outcome upload(Asker asker, Language language, String path, List<ChosenFile> files) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        for (ChosenFile file : files) {
            HttpHeaders headers = new HttpHeaders();
            headers.set(HttpHeaders.CONTENT_TYPE, file.contentType());
            parts.add("file", new HttpEntity<>(new Named(file), headers));
        }
        return send(
                request(asker, language, HttpMethod.POST, path)
                        .contentType(MediaType.MULTIPART_FORM_DATA)
                        .body(parts),
                language);
    }

    private static final class Named extends ByteArrayResource {
        private final String name;

        Named(ChosenFile file) {
            super(file.bytes());
            this.name = file.name();
        }

        @Override
        public String getFilename() {
            return name;
        }
    }

    /** A file of the command service; it is passed on as it comes. */
    public byte[] download(Asker asker, Language language, String path) {
        return request(asker, language, HttpMethod.GET, path).exchange((asked, answer) -> {
            byte[] bytes = answer.getBody().readAllBytes();
            if (answer.getStatusCode().is2xxSuccessful()) {
                return bytes;
            }
            read(answer.getStatusCode().value(), answer.getHeaders(), bytes, language)
                    .orThrow();
            throw new IllegalStateException("A refusal is thrown");
        });
    }

    private RestClient.RequestBodySpec request(Asker asker, Language language, HttpMethod method, String path) {
        RestClient.RequestBodySpec request = http.method(method).uri(settings.of(path));
        Trace.current().ifPresent(trace -> request.header(Trace.HEADER, trace.header()));
        return request.header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.forCommands(asker))
                .header(HttpHeaders.ACCEPT_LANGUAGE, language.tag());
    }

    private RestClient.RequestBodySpec withBody(
            RestClient.RequestBodySpec request, @Nullable Object body, @Nullable String key) {
        if (key != null) {
            // what somebody made of a hidden field is no key
            request.header(
                    "Idempotency-Key",
                    KEY.matcher(key).matches() ? key : UUID.randomUUID().toString());
        }
        return body == null
                ? request
                : request.contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsBytes(body));
    }

    private Outcome send(RestClient.RequestHeadersSpec<?> request, Language language) {
        try {
            return request.exchange((asked, answer) -> read(
                    answer.getStatusCode().value(),
                    answer.getHeaders(),
                    answer.getBody().readAllBytes(),
                    language));
        } catch (ResourceAccessException unreachable) {
            log.warn("The command service at {} does not answer: {}", settings.url(), unreachable.getMessage());
            return unavailable(language);
        }
    }

    private Outcome read(int status, HttpHeaders headers, byte[] bytes, Language language) {
        JsonNode body = parsed(bytes);
        if (status < 300) {
            String position = headers.getFirst(LEDGER_POSITION);
            return new Recorded(status, position == null ? -1 : Long.parseLong(position), body);
        }
        String code = body.path("code").asString("");
        if (code.isEmpty()) {
            // something between us and the command service answered
            log.warn("The command service at {} answers {} without a reason", settings.url(), status);
            return unavailable(language);
        }
        List<FieldError> errors = new ArrayList<>();
        body.path("errors")
                .forEach(error -> errors.add(new FieldError(
                        error.path("field").asString(""),
                        error.path("code").asString(""),
                        error.path("detail").asString(""))));
        return new Refused(status, code, body.path("detail").asString(code), errors, body.path("data"));
    }

    private JsonNode parsed(byte[] body) {
        try {
            return body.length == 0 ? JsonNodeFactory.instance.missingNode() : json.readTree(body);
        } catch (JacksonException notJson) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private Refused unavailable(Language language) {
        ReasonCode reason = SendingReason.COMMANDS_UNAVAILABLE;
        return new Refused(
                reason.status(),
                reason.name(),
                texts.detail(language, reason, Map.of()),
                List.of(),
                JsonNodeFactory.instance.missingNode());
    }
}
