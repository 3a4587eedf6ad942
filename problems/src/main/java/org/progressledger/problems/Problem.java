package org.progressledger.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The document that a caller gets instead of an answer (RFC 9457).
 *
 * @param type {@code urn:progress-ledger:problem:<CODE>}
 * @param title a short name of the problem in the caller's language
 * @param status the HTTP status
 * @param detail a sentence in the caller's language
 * @param details the same sentence in both languages, {@code th} and {@code en}
 * @param instance the path that was asked
 * @param code the reason code
 * @param data the values behind the sentence; absent when there are none
 * @param errors what is wrong field by field; absent when nothing is
 * @param traceId under which the logs of both services tell of the request; absent where no application saw it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        Map<String, String> details,
        String instance,
        String code,
        Map<String, Object> data,
        List<FieldError> errors,
        @Nullable String traceId) {

    /** One field's problem, its detail in the caller's language. */
    public record FieldError(String field, String code, String detail) {}
}
