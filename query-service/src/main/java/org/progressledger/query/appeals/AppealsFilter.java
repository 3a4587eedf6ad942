package org.progressledger.query.appeals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AppealOutcome;
import org.progressledger.query.asking.Points;
import org.progressledger.query.frame.TypedYear;
import org.springframework.web.util.UriComponentsBuilder;

/** The filter of the queue as it was sent; a field that was left empty asks for nothing. */
record AppealsFilter(
        String q,
        String status,
        String outcome,
        String agency,
        String fiscalYear,
        String round,
        String reviewed,
        String changedSinceReview,
        String gaps,
        String sort) {
    static final String OLDEST_FIRST = "age,desc";
    private static final int DIGITS = 6;

    static AppealsFilter of(Map<String, String> sent) {
        return new AppealsFilter(
                given(sent, "q"),
                given(sent, "status"),
                given(sent, "outcome"),
                given(sent, "agency"),
                TypedYear.buddhist(given(sent, "fiscalYear")),
                given(sent, "round"),
                given(sent, "reviewed"),
                given(sent, "changedSinceReview"),
                given(sent, "gaps"),
                given(sent, "sort").isEmpty() ? OLDEST_FIRST : given(sent, "sort"));
    }

    private static String given(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").strip();
    }

    /** @throws org.progressledger.problems.ProblemException naming the field that is wrong */
    AppealQuestion question() {
        return AppealQuestion.of(
                orNull(q),
                one("status", status, AppealStatus.values()),
                one("outcome", outcome, AppealOutcome.values()),
                orNull(agency),
                number("fiscalYear", fiscalYear),
                number("round", round),
                bool("reviewed", reviewed),
                bool("changedSinceReview", changedSinceReview),
                bool("gaps", gaps),
                sort);
    }

    /** Whether anything is left out. */
    // the template calls it
    public boolean narrows() {
        return !(q + status + outcome + agency + fiscalYear + round + reviewed + changedSinceReview + gaps).isEmpty();
    }

    /** The same question in another order or another page; pages are counted from 1. */
    String link(String otherSort, long page) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("q", q);
        fields.put("status", status);
        fields.put("outcome", outcome);
        fields.put("agency", agency);
        fields.put("fiscalYear", fiscalYear);
        fields.put("round", round);
        fields.put("reviewed", reviewed);
        fields.put("changedSinceReview", changedSinceReview);
        fields.put("gaps", gaps);
        fields.put("sort", otherSort.equals(OLDEST_FIRST) ? "" : otherSort);
        fields.put("page", page == 1 ? "" : Long.toString(page));
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/appeals");
        fields.values().removeIf(String::isEmpty);
        fields.keySet().forEach(name -> link.queryParam(name, "{" + name + "}"));
        return link.encode().buildAndExpand(fields).toUriString();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static <E extends Enum<E>> @Nullable E one(String parameter, String text, E[] values) {
        return text.isEmpty()
                ? null
                : Arrays.stream(values)
                        .filter(value -> value.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> Points.wrong(parameter));
    }

    static @Nullable Integer number(String parameter, String text) {
        if (text.isEmpty()) {
            return null;
        }
        // a person types Thai digits, too
        if (text.length() > DIGITS || !text.chars().allMatch(Character::isDigit)) {
            throw Points.wrong(parameter);
        }
        return Integer.valueOf(text);
    }

    private static @Nullable Boolean bool(String parameter, String text) {
        return switch (text) {
            case "" -> null;
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw Points.wrong(parameter);
        };
    }
}
