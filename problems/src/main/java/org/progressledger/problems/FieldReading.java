package org.progressledger.problems;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** What broken constraints mean, field by field. */
final class FieldReading {

    private FieldReading() {}

    static List<FieldProblem> of(List<? extends ObjectError> errors) {
        return errors.stream().map(FieldReading::of).toList();
    }

    private static FieldProblem of(ObjectError error) {
        String field = error instanceof FieldError fieldError ? fieldError.getField() : error.getObjectName();
        return of(field, error.getCode(), attributes(error));
    }

    static ProblemException of(HandlerMethodValidationException thrown) {
        List<FieldProblem> problems = new ArrayList<>();
        String parameter = "";
        boolean onlyParameters = true;
        for (ParameterValidationResult result : thrown.getParameterValidationResults()) {
            if (result instanceof ParameterErrors body) {
                onlyParameters = false;
                String prefix = body.getContainerIndex() == null ? "" : "[" + body.getContainerIndex() + "].";
                for (FieldError error : body.getFieldErrors()) {
                    problems.add(of(prefix + error.getField(), error.getCode(), attributes(error)));
                }
                continue;
            }
            parameter = Optional.ofNullable(result.getMethodParameter().getParameterName())
                    .orElse("arg" + result.getMethodParameter().getParameterIndex());
            for (MessageSourceResolvable error : result.getResolvableErrors()) {
                String[] codes = error.getCodes();
                String code = codes == null || codes.length == 0 ? null : codes[codes.length - 1];
                problems.add(of(parameter, code, Map.of()));
            }
        }
        return onlyParameters
                ? new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", parameter), problems)
                : new ProblemException(CommonReason.INVALID_FIELDS, Map.of(), problems);
    }

    static ProblemException of(ConstraintViolationException thrown) {
        List<FieldProblem> problems =
                thrown.getConstraintViolations().stream().map(FieldReading::of).toList();
        return new ProblemException(CommonReason.INVALID_FIELDS, Map.of(), problems);
    }

    private static FieldProblem of(ConstraintViolation<?> violation) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return of(
                violation.getPropertyPath().toString(),
                constraint,
                violation.getConstraintDescriptor().getAttributes());
    }

    private static Map<String, Object> attributes(ObjectError error) {
        if (!error.contains(ConstraintViolation.class)) {
            return Map.of();
        }
        ConstraintViolation<?> violation = error.unwrap(ConstraintViolation.class);
        return violation.getConstraintDescriptor().getAttributes();
    }

    private static FieldProblem of(String field, @Nullable String constraint, Map<String, Object> attributes) {
        String name = constraint == null ? "" : constraint.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "notnull", "notblank", "notempty" -> new FieldProblem(field, CommonReason.REQUIRED);
            case "size", "length" -> new FieldProblem(field, CommonReason.WRONG_LENGTH, bounds(attributes));
            case "pattern", "email" -> new FieldProblem(field, CommonReason.WRONG_FORMAT);
            case "min",
                    "max",
                    "decimalmin",
                    "decimalmax",
                    "digits",
                    "range",
                    "positive",
                    "positiveorzero",
                    "negative",
                    "negativeorzero",
                    "past",
                    "pastorpresent",
                    "future",
                    "futureorpresent" -> new FieldProblem(field, CommonReason.OUT_OF_RANGE);
            case "typemismatch" -> new FieldProblem(field, CommonReason.WRONG_FORMAT);
            default -> new FieldProblem(field, CommonReason.INVALID_VALUE);
        };
    }

    private static Map<String, Object> bounds(Map<String, Object> attributes) {
        Object min = attributes.get("min");
        Object max = attributes.get("max");
        return min == null || max == null ? Map.of() : Map.of("min", min, "max", max);
    }
}
