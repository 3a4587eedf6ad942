package org.progressledger.problems.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Where a request stands in the work of several programs, as <a href="https://www.w3.org/TR/trace-context/">W3C Trace
 * Context</a> tells it from one to the next. Nothing of it is sent anywhere else.
 *
 * @param traceId 32 hex digits, of all that is done for whoever asked first
 * @param spanId 16 hex digits, of what this process does for it
 * @param flags two hex digits, handed on as they came
 */
public record Trace(String traceId, String spanId, String flags) {
    /** The header by which one program tells the next. */
    public static final String HEADER = "traceparent";

    /** Under this name each line of a log, each problem document and each event's metadata bears the id. */
    public static final String TRACE_ID = "traceId";

    private static final String SPAN_ID = "spanId";
    private static final String FLAGS = "traceFlags";
    private static final String NOT_SAMPLED = "00";
    // later versions may say more behind the flags
    private static final Pattern PARENT = Pattern.compile(
            "(?!ff)(?<version>[0-9a-f]{2})-(?!0{32})(?<trace>[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-(?<flags>[0-9a-f]{2})(?<more>-.*)?");

    /** The next step of what a caller began, or a beginning, where he says nothing that can be read. */
    static Trace following(@Nullable String parent) {
        if (parent != null) {
            Matcher read = PARENT.matcher(parent.strip());
            if (read.matches()
                    && (read.group("more") == null || !read.group("version").equals("00"))) {
                return new Trace(read.group("trace"), random(1), read.group("flags"));
            }
        }
        return new Trace(random(2), random(1), NOT_SAMPLED);
    }

    /** Sixteen digits each, never all zero: that means none. */
    private static String random(int times) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < times; i++) {
            digits.append(HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE)));
        }
        return digits.toString();
    }

    /** That of the request which this thread works for. */
    public static Optional<Trace> current() {
        String trace = MDC.get(TRACE_ID);
        String span = MDC.get(SPAN_ID);
        String flags = MDC.get(FLAGS);
        return trace == null || span == null
                ? Optional.empty()
                : Optional.of(new Trace(trace, span, flags == null ? NOT_SAMPLED : flags));
    }

    /** What to say in {@link #HEADER} to a program that is asked to do a part of it. */
    public String header() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    void enter() {
        MDC.put(TRACE_ID, traceId);
        MDC.put(SPAN_ID, spanId);
        MDC.put(FLAGS, flags);
    }

    static void leave() {
        MDC.remove(TRACE_ID);
        MDC.remove(SPAN_ID);
        MDC.remove(FLAGS);
    }
}
