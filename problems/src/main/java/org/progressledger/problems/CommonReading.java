package org.progressledger.problems;

import jakarta.validation.ConstraintViolationException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** What the web layer's own exceptions mean to the caller. */
final class CommonReading implements ProblemReading {

    private static final Duration COME_BACK = Duration.ofSeconds(2);
    private static final int DEEPEST_CAUSE = 20;

    /** The exception and what led to it, at most twenty steps. */
    static Stream<Throwable> causes(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE);
    }

    static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
        return causes(thrown).filter(type::isInstance).map(type::cast).findFirst();
    }

    @Override
    public Optional<ProblemException> read(Throwable thrown) {
        Optional<BodyTooLarge> tooLarge = cause(thrown, BodyTooLarge.class);
        if (tooLarge.isPresent()) {
            return tooLarge.map(body -> BodyLimitFilter.tooLarge(body.limit()));
        }
        ProblemException problem = ofBody(thrown);
        if (problem == null) {
            problem = ofParameters(thrown);
        }
        if (problem == null) {
            problem = ofRequest(thrown);
        }
        return Optional.ofNullable(problem);
    }

    private static @Nullable ProblemException ofBody(Throwable thrown) {
        return switch (thrown) {
            case HttpMessageNotReadableException unreadable -> ofUnreadable(unreadable);
            case MethodArgumentNotValidException invalid ->
                new ProblemException(CommonReason.INVALID_FIELDS, Map.of(), FieldReading.of(invalid.getAllErrors()));
            case BindException invalid ->
                new ProblemException(CommonReason.INVALID_FIELDS, Map.of(), FieldReading.of(invalid.getAllErrors()));
            case ConstraintViolationException invalid -> FieldReading.of(invalid);
            case MaxUploadSizeExceededException large -> ofUpload(large);
            case MultipartException unreadable -> new ProblemException(CommonReason.MALFORMED_BODY);
            default -> null;
        };
    }

    /** Spring does not know the limit that was exceeded, and calls it -1; the web server that counted does. */
    private static ProblemException ofUpload(MaxUploadSizeExceededException large) {
        long limit = cause(large, SizeException.class)
                .map(SizeException::getPermittedSize)
                .orElseGet(large::getMaxUploadSize);
        return limit >= 0 ? BodyLimitFilter.tooLarge(limit) : new ProblemException(CommonReason.REQUEST_TOO_LARGE);
    }

    private static ProblemException ofUnreadable(HttpMessageNotReadableException unreadable) {
        Optional<JacksonException> json = cause(unreadable, JacksonException.class);
        if (json.isPresent()) {
            return JsonBodyReading.read(json.get());
        }
        boolean missing = unreadable.getCause() == null
                && Optional.ofNullable(unreadable.getMessage())
                        .orElse("")
                        .startsWith("Required request body is missing");
        return new ProblemException(missing ? CommonReason.MISSING_BODY : CommonReason.MALFORMED_BODY);
    }

    private static @Nullable ProblemException ofParameters(Throwable thrown) {
        return switch (thrown) {
            case HandlerMethodValidationException invalid -> FieldReading.of(invalid);
            case MethodArgumentTypeMismatchException mismatch -> ofMismatch(mismatch.getName(), mismatch);
            case TypeMismatchException mismatch ->
                ofMismatch(Optional.ofNullable(mismatch.getPropertyName()).orElse("-"), mismatch);
            case MissingServletRequestParameterException missing -> missing(missing.getParameterName());
            case MissingRequestHeaderException missing -> missing(missing.getHeaderName());
            case MissingServletRequestPartException missing -> missing(missing.getRequestPartName());
            default -> null;
        };
    }

    /** The parameter's own value type may have said why it refuses. */
    private static ProblemException ofMismatch(String parameter, TypeMismatchException mismatch) {
        Map<String, String> data = Map.of("parameter", parameter);
        return cause(mismatch, ProblemException.class)
                .map(why -> new ProblemException(
                        CommonReason.INVALID_PARAMETER,
                        data,
                        List.of(new FieldProblem(parameter, why.reason(), why.data()))))
                .orElseGet(() -> new ProblemException(CommonReason.INVALID_PARAMETER, data));
    }

    private static ProblemException missing(String parameter) {
        return new ProblemException(CommonReason.MISSING_PARAMETER, Map.of("parameter", parameter));
    }

    private static @Nullable ProblemException ofRequest(Throwable thrown) {
        return switch (thrown) {
            // parameters that Tomcat decodes only when they are asked for
            case InvalidParameterException undecodable -> new ProblemException(CommonReason.BAD_REQUEST);
            case NoResourceFoundException nothing -> new ProblemException(CommonReason.NOT_FOUND);
            case NoHandlerFoundException nothing -> new ProblemException(CommonReason.NOT_FOUND);
            case HttpRequestMethodNotSupportedException method ->
                new ProblemException(CommonReason.METHOD_NOT_ALLOWED, Map.of("method", method.getMethod()));
            case HttpMediaTypeNotAcceptableException media -> new ProblemException(CommonReason.NOT_ACCEPTABLE);
            case HttpMediaTypeException media -> new ProblemException(CommonReason.UNSUPPORTED_MEDIA_TYPE);
            case InvalidMediaTypeException media -> new ProblemException(CommonReason.UNSUPPORTED_MEDIA_TYPE);
            case UnsupportedCharsetException charset -> new ProblemException(CommonReason.UNSUPPORTED_MEDIA_TYPE);
            case IllegalCharsetNameException charset -> new ProblemException(CommonReason.UNSUPPORTED_MEDIA_TYPE);
            case AsyncRequestTimeoutException late ->
                new ProblemException(CommonReason.TEMPORARILY_UNAVAILABLE).withRetryAfter(COME_BACK);
            case ErrorResponse response
            when response.getStatusCode().isError() ->
                ofStatus(response.getStatusCode().value());
            default -> null;
        };
    }

    /** The problem for a bare status; null for a fault of ours, which needs an incident number. */
    static @Nullable ProblemException ofStatus(int status) {
        return switch (status) {
            case 401 -> new ProblemException(CommonReason.UNAUTHENTICATED);
            case 403 -> new ProblemException(CommonReason.FORBIDDEN);
            case 404 -> new ProblemException(CommonReason.NOT_FOUND);
            case 405 -> new ProblemException(CommonReason.METHOD_NOT_ALLOWED);
            case 406 -> new ProblemException(CommonReason.NOT_ACCEPTABLE);
            case 413 -> new ProblemException(CommonReason.REQUEST_TOO_LARGE);
            case 415 -> new ProblemException(CommonReason.UNSUPPORTED_MEDIA_TYPE);
            case 429 -> new ProblemException(CommonReason.TOO_MANY_ATTEMPTS);
            case 501 -> new ProblemException(CommonReason.NOT_YET_SUPPORTED);
            case 503 -> new ProblemException(CommonReason.TEMPORARILY_UNAVAILABLE).withRetryAfter(COME_BACK);
            default ->
                status >= 400 && status < 500
                        ? new ProblemException(CommonReason.BAD_REQUEST).withStatus(status)
                        : null;
        };
    }
}
