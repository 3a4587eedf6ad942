package org.progressledger.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.problems.trace.Trace;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** Turns a {@link ProblemException} into the document the caller reads, in controllers and in filters alike. */
public final class Problems {

    private static final String SHOWN = Problems.class.getName() + ".shown";
    private static final String TYPE_PREFIX = "urn:progress-ledger:problem:";

    private final Texts texts;
    private final JsonMapper json;

    public Problems(Texts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /** The document for this problem, in the language that the request asks for. */
    public Problem document(ProblemException problem, HttpServletRequest request) {
        return document(problem, Language.askedBy(request), request.getRequestURI());
    }

    Problem document(ProblemException problem, Language language, String instance) {
        ReasonCode reason = problem.reason();
        Map<String, String> details = new LinkedHashMap<>();
        for (Language each : Language.values()) {
            details.put(each.tag(), texts.detail(each, reason, problem.data()));
        }
        return new Problem(
                TYPE_PREFIX + reason.name(),
                title(reason, problem.status(), language),
                problem.status(),
                texts.detail(language, reason, problem.data()),
                details,
                instance,
                reason.name(),
                problem.data(),
                problem.errors().stream()
                        .map(error -> new Problem.FieldError(
                                error.field(), error.code().name(), texts.detail(language, error.code(), error.data())))
                        .toList(),
                Trace.current().map(Trace::traceId).orElse(null));
    }

    private String title(ReasonCode reason, int status, Language language) {
        return texts.find(language, reason.name() + ".title", Map.of()).orElseGet(() -> {
            HttpStatus known = HttpStatus.resolve(status);
            return known == null ? reason.name() : known.getReasonPhrase();
        });
    }

    /** The whole answer for a controller to return. */
    public ResponseEntity<Problem> answer(ProblemException problem, HttpServletRequest request) {
        return ResponseEntity.status(problem.status())
                .headers(headers(problem, request, MediaType.APPLICATION_PROBLEM_JSON))
                .body(document(problem, request));
    }

    /**
     * Writes the whole answer from a filter. Does nothing when an answer has already begun, for it cannot be taken
     * back.
     */
    public void write(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        answer(
                problem,
                request,
                response,
                MediaType.APPLICATION_PROBLEM_JSON,
                json.writeValueAsBytes(document(problem, request)));
    }

    private static void answer(
            ProblemException problem,
            HttpServletRequest request,
            HttpServletResponse response,
            MediaType type,
            byte[] body)
            throws IOException {
        response.resetBuffer();
        response.setStatus(problem.status());
        headers(problem, request, type).forEach((name, values) -> {
            for (String value : values) {
                response.setHeader(name, value);
            }
        });
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
        response.flushBuffer();
    }

    /** Writes the least page that says so, in both languages, without reading anything of what was sent. */
    public void writeInHtml(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        StringBuilder html =
                new StringBuilder("<!doctype html><html lang=\"%s\"><meta charset=\"utf-8\"><title>%s</title><main>"
                        .formatted(
                                Language.askedBy(request).tag(),
                                HtmlUtils.htmlEscape(
                                        title(problem.reason(), problem.status(), Language.askedBy(request)))));
        for (Language each : Language.values()) {
            html.append("<p lang=\"%s\">%s</p>"
                    .formatted(each.tag(), HtmlUtils.htmlEscape(texts.detail(each, problem.reason(), problem.data()))));
        }
        html.append("<p><code>").append(problem.reason().name()).append("</code></p></main></html>");
        answer(
                problem,
                request,
                response,
                new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8),
                html.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Lets the page for errors say this, from a filter and to somebody who reads pages. */
    public static void show(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(SHOWN, problem);
        response.sendError(problem.status());
    }

    static @Nullable ProblemException shown(HttpServletRequest request) {
        return request.getAttribute(SHOWN) instanceof ProblemException problem ? problem : null;
    }

    private static HttpHeaders headers(ProblemException problem, HttpServletRequest request, MediaType type) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(type);
        headers.set(HttpHeaders.CONTENT_LANGUAGE, Language.askedBy(request).tag());
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        headers.setCacheControl("no-store");
        Duration wait = problem.retryAfter();
        if (wait != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, (wait.toMillis() + 999) / 1000)));
        }
        return headers;
    }
}
