package org.progressledger.query.asking;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * How old an answer may be, as a program says it in its request: {@code Cache-Control: max-stale=60}, in seconds, or
 * {@code max-stale} for any age (RFC 9111, 5.2.1.2). No browser says so by itself.
 */
final class MaxStale {
    private static final String ANY = "max-stale";
    private static final String BOUND = ANY + "=";
    // nobody may ask for a longer one, and this can be counted in any unit
    private static final long MOST_SECONDS = 100L * 365 * 24 * 60 * 60;

    private MaxStale() {}

    /** Of the request that this thread answers; 0 where it does not say so. */
    static Duration asked() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? in(Collections.list(attributes.getRequest().getHeaders(HttpHeaders.CACHE_CONTROL)))
                : Duration.ZERO;
    }

    /** What is not understood is passed over, as the standard has it. */
    static Duration in(List<String> cacheControl) {
        List<String> directives = cacheControl.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(directive -> directive.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (directives.contains("no-cache")) {
            return Duration.ZERO;
        }
        return directives.stream()
                .flatMap(directive -> bound(directive).stream())
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Optional<Duration> bound(String directive) {
        if (directive.equals(ANY)) {
            return Optional.of(Duration.ofSeconds(MOST_SECONDS));
        }
        if (!directive.startsWith(BOUND)) {
            return Optional.empty();
        }
        String seconds = directive.substring(BOUND.length()).replace("\"", "");
        return seconds.matches("[0-9]{1,10}")
                ? Optional.of(Duration.ofSeconds(Math.min(MOST_SECONDS, Long.parseLong(seconds))))
                : Optional.empty();
    }
}
