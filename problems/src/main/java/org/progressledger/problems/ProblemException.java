package org.progressledger.problems;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries a refusal or a fault out to the caller, who gets it as an {@code application/problem+json} document.
 *
 * <p>The data is shown to the caller: it must hold no secret and no personal data.
 */
public class ProblemException extends RuntimeException {

    private final transient ReasonCode reason;
    private final transient Map<String, Object> data;
    private final transient List<FieldProblem> errors;
    private final int status;
    private final transient @Nullable Duration retryAfter;

    public ProblemException(ReasonCode reason) {
        this(reason, Map.of());
    }

    /**
     * @param data values that the reason's text mentions by name, shown in the document in this map's order
     */
    public ProblemException(ReasonCode reason, Map<String, ?> data) {
        this(reason, data, List.of(), reason.status(), null, null);
    }

    /**
     * @param errors what is wrong, field by field
     */
    public ProblemException(ReasonCode reason, Map<String, ?> data, List<FieldProblem> errors) {
        this(reason, data, errors, reason.status(), null, null);
    }

    private ProblemException(
            ReasonCode reason,
            Map<String, ?> data,
            List<FieldProblem> errors,
            int status,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(reason.name() + (data.isEmpty() ? "" : " " + data), cause);
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("Not an error status: " + status);
        }
        this.reason = reason;
        this.data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        this.errors = List.copyOf(errors);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** The same problem answered with another status, 400 to 599. */
    public ProblemException withStatus(int otherStatus) {
        return new ProblemException(reason, data, errors, otherStatus, retryAfter, getCause());
    }

    /** The same problem with the advice to come back after this time; seconds are rounded up, at least one. */
    public ProblemException withRetryAfter(Duration wait) {
        return new ProblemException(reason, data, errors, status, wait, getCause());
    }

    /** The same problem, with what led to it kept for the log. */
    public ProblemException causedBy(Throwable cause) {
        return new ProblemException(reason, data, errors, status, retryAfter, cause);
    }

    public ReasonCode reason() {
        return reason;
    }

    public Map<String, Object> data() {
        return data;
    }

    public List<FieldProblem> errors() {
        return errors;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** How long the caller should wait before asking again, if that helps. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
