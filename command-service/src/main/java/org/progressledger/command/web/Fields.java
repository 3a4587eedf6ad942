package org.progressledger.command.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.project.CommandSettings;
import org.progressledger.events.Letter;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.FieldProblem;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.ReasonCode;

/** Turns the fields of one request into values and gathers everything that is wrong, so that a person is told once. */
final class Fields {
    private static final String CONTROL_CHARACTERS = "[\\p{Cc}&&[^\\n\\r\\t]]";

    /** Of a percentage or an amount, before it is looked at closer. */
    private static final int MOST_DIGITS = 40;

    // the years of FiscalYear: a Buddhist year typed where ISO is meant is noticed
    private static final LocalDate EARLIEST = LocalDate.of(1931, 10, 1);
    private static final LocalDate LATEST = LocalDate.of(2157, 9, 30);

    private final CommandSettings limits;
    private final List<FieldProblem> problems = new ArrayList<>();

    Fields(CommandSettings limits) {
        this.limits = limits;
    }

    /** A value that must be there. */
    <S, T> Given<T> required(String field, @Nullable S given, Function<S, T> make) {
        if (given == null) {
            problems.add(new FieldProblem(field, CommonReason.REQUIRED));
            return new Given<>(field, null);
        }
        return optional(field, given, make);
    }

    /** A value that may be missing. */
    <S, T> Given<T> optional(String field, @Nullable S given, Function<S, T> make) {
        if (given == null) {
            return new Given<>(field, null);
        }
        if (given instanceof BigDecimal number && isUnwieldy(number)) {
            problems.add(new FieldProblem(field, CommonReason.OUT_OF_RANGE));
            return new Given<>(field, null);
        }
        try {
            return new Given<>(field, make.apply(given));
        } catch (IllegalArgumentException refused) {
            ReasonCode code = given instanceof Number ? CommonReason.OUT_OF_RANGE : CommonReason.WRONG_FORMAT;
            problems.add(new FieldProblem(field, code));
            return new Given<>(field, null);
        }
    }

    <T> Given<T> required(String field, @Nullable T given) {
        return required(field, given, value -> value);
    }

    /** A day that must be there, in the years that the office's papers can bear. */
    Given<LocalDate> date(String field, @Nullable LocalDate given) {
        return given == null ? missing(field) : new Given<>(field, dateOrNull(field, given));
    }

    /** A day that may be missing. */
    @Nullable
    LocalDate dateOrNull(String field, @Nullable LocalDate given) {
        if (given != null && (given.isBefore(EARLIEST) || given.isAfter(LATEST))) {
            problems.add(new FieldProblem(field, CommonReason.OUT_OF_RANGE));
            return null;
        }
        return given;
    }

    /** A month such as {@code 2021-06} that must be there, in the same years. */
    Given<YearMonth> month(String field, @Nullable String given) {
        return required(field, given, text -> {
            YearMonth month = parsed(text);
            if (month.isBefore(YearMonth.from(EARLIEST)) || month.isAfter(YearMonth.from(LATEST))) {
                throw new IllegalArgumentException("Not a month of our years: " + month);
            }
            return month;
        });
    }

    private static YearMonth parsed(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException notOne) {
            throw new IllegalArgumentException("Not a month such as 2021-06: " + text, notOne);
        }
    }

    /** A short text that must be there. */
    Given<String> name(String field, @Nullable String given) {
        return present(field, given) ? text(field, given, limits.nameLength()) : missing(field);
    }

    /** A long text that must be there. */
    Given<String> text(String field, @Nullable String given) {
        return present(field, given) ? text(field, given, limits.textLength()) : missing(field);
    }

    @Nullable
    String nameOrNull(String field, @Nullable String given) {
        return present(field, given) ? text(field, given, limits.nameLength()).orNull() : null;
    }

    @Nullable
    String textOrNull(String field, @Nullable String given) {
        return present(field, given) ? text(field, given, limits.textLength()).orNull() : null;
    }

    /** A list that may be missing, none of its entries null. */
    <T> List<T> list(String field, @Nullable List<@Nullable T> given) {
        if (given == null) {
            return List.of();
        }
        if (given.size() > limits.listSize()) {
            problems.add(
                    new FieldProblem(field, CommonReason.WRONG_LENGTH, Map.of("min", 0, "max", limits.listSize())));
            return List.of();
        }
        List<T> entries = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            T entry = given.get(i);
            if (entry == null) {
                missing(field + "[" + i + "]");
            } else {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** A letter that may be missing; if it is there, its number must be. */
    Given<Letter> letter(String field, @Nullable LetterFields given) {
        if (given == null) {
            return new Given<>(field, null);
        }
        Given<String> number = name(field + ".number", given.number());
        String subject = nameOrNull(field + ".subject", given.subject());
        LocalDate datedOn = dateOrNull(field + ".datedOn", given.datedOn());
        String numberText = number.orNull();
        return new Given<>(field, numberText == null ? null : new Letter(numberText, datedOn, subject));
    }

    void wrong(String field, ReasonCode code) {
        problems.add(new FieldProblem(field, code));
    }

    /** @throws ProblemException naming every wrong field */
    void refuseIfAnyIsWrong() {
        if (!problems.isEmpty()) {
            throw new ProblemException(CommonReason.INVALID_FIELDS, Map.of(), problems);
        }
    }

    private static boolean present(String field, @Nullable String given) {
        return given != null && !given.isBlank();
    }

    private <T> Given<T> missing(String field) {
        problems.add(new FieldProblem(field, CommonReason.REQUIRED));
        return new Given<>(field, null);
    }

    private Given<String> text(String field, @Nullable String given, int longest) {
        String clean = given == null ? "" : given.strip();
        if (clean.length() > longest) {
            problems.add(new FieldProblem(field, CommonReason.WRONG_LENGTH, Map.of("min", 1, "max", longest)));
            return new Given<>(field, null);
        }
        if (!clean.replaceAll(CONTROL_CHARACTERS, "").equals(clean) || hasLoneSurrogate(clean)) {
            problems.add(new FieldProblem(field, CommonReason.WRONG_FORMAT));
            return new Given<>(field, null);
        }
        return new Given<>(field, clean);
    }

    /** {@code 1e999999999} is a dozen characters to send and a gigabyte to write out or to scale. */
    private static boolean isUnwieldy(BigDecimal number) {
        return number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS;
    }

    /** Half a character cannot be written as UTF-8, so its hash could not be checked again. */
    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }
}
