package org.progressledger.problems;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What a JSON parser's complaint means to the person who wrote the body. */
final class JsonBodyReading {

    private static final int LONGEST_PATH = 200;

    private JsonBodyReading() {}

    static ProblemException read(JacksonException thrown) {
        String field = path(thrown);
        return switch (thrown) {
            case UnrecognizedPropertyException unknown -> {
                Map<String, String> data = Map.of("field", field);
                yield new ProblemException(
                        CommonReason.UNKNOWN_FIELD,
                        data,
                        List.of(new FieldProblem(field, CommonReason.UNKNOWN_FIELD, data)));
            }
            case ValueInstantiationException refusedByValue -> invalid(refusal(field, refusedByValue));
            case InvalidNullException absent -> invalid(new FieldProblem(field, CommonReason.REQUIRED));
            case InvalidTypeIdException unknownType -> invalid(new FieldProblem(field, CommonReason.INVALID_VALUE));
            case InvalidFormatException wrong -> invalid(wrongFormat(field, wrong));
            case MismatchedInputException wrong -> invalid(wrongType(field, wrong));
            case InputCoercionException tooBig -> invalid(new FieldProblem(field, CommonReason.OUT_OF_RANGE));
            case DatabindException wrong when !wrong.getPath().isEmpty() -> invalid(refusal(field, wrong));
            default -> malformed(thrown.getLocation());
        };
    }

    static ProblemException malformed(@Nullable TokenStreamLocation place) {
        if (place == null || place.getLineNr() < 1) {
            return new ProblemException(CommonReason.MALFORMED_BODY);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("line", place.getLineNr());
        data.put("column", place.getColumnNr());
        return new ProblemException(CommonReason.MALFORMED_BODY, data);
    }

    private static ProblemException invalid(FieldProblem problem) {
        return new ProblemException(CommonReason.INVALID_FIELDS, Map.of(), List.of(problem));
    }

    /** A value that checks itself at birth said no; it may have said why. */
    private static FieldProblem refusal(String field, Throwable thrown) {
        Optional<ProblemException> why = CommonReading.causes(thrown)
                .filter(ProblemException.class::isInstance)
                .map(ProblemException.class::cast)
                .findFirst();
        return why.map(problem -> new FieldProblem(field, problem.reason(), problem.data()))
                .orElseGet(() -> new FieldProblem(field, CommonReason.INVALID_VALUE));
    }

    private static FieldProblem wrongFormat(String field, InvalidFormatException wrong) {
        Class<?> target = wrong.getTargetType();
        return new FieldProblem(field, CommonReason.WRONG_TYPE, Map.of("expected", expected(target)));
    }

    private static FieldProblem wrongType(String field, MismatchedInputException wrong) {
        JsonToken token = wrong.getCurrentToken();
        if (token == JsonToken.VALUE_NULL || token == JsonToken.END_OBJECT) {
            return new FieldProblem(field, CommonReason.REQUIRED);
        }
        return new FieldProblem(field, CommonReason.WRONG_TYPE, Map.of("expected", expected(wrong.getTargetType())));
    }

    private static String expected(@Nullable Type type) {
        if (!(type instanceof Class<?> target)) {
            return "object";
        }
        if (target.isEnum()) {
            return Arrays.stream(target.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(" | "));
        }
        if (CharSequence.class.isAssignableFrom(target)) {
            return "string";
        }
        if (target == boolean.class || target == Boolean.class) {
            return "true | false";
        }
        if (List.of(int.class, long.class, short.class, byte.class, Integer.class, Long.class, BigInteger.class)
                .contains(target)) {
            return "integer";
        }
        if (target == BigDecimal.class || Number.class.isAssignableFrom(target) || target.isPrimitive()) {
            return "number";
        }
        if (target == LocalDate.class) {
            return "YYYY-MM-DD";
        }
        if (Temporal.class.isAssignableFrom(target)) {
            return "ISO 8601";
        }
        return target.isArray() || Collection.class.isAssignableFrom(target) ? "list" : "object";
    }

    private static String path(JacksonException thrown) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : thrown.getPath()) {
            String name = step.getPropertyName();
            if (name != null) {
                path.append(path.isEmpty() ? "" : ".").append(name);
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        if (path.isEmpty()) {
            return "$";
        }
        return path.length() <= LONGEST_PATH ? path.toString() : path.substring(0, LONGEST_PATH) + "…";
    }
}
