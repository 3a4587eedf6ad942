package org.progressledger.query.projectlist;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.ProjectStatus;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.asking.Points;
import org.progressledger.query.frame.TypedDate;
import org.progressledger.query.frame.TypedYear;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The search form as it was sent; a field that was left empty asks for nothing.
 *
 * @param asOf as it was typed
 */
record ListFilter(
        String q, String agency, String status, String fiscalYear, String flag, String asOf, String sort, String page) {
    static final int ON_A_PAGE = 20;
    static final String PATH = "/projects";
    private static final String EXPORT = "/api/v1/projects/export.";
    private static final String BY_CODE = "projectCode";
    private static final int DIGITS = 9;

    /** By what the page lets a reader put the register in order. */
    static final List<String> FIELDS = List.of(
            BY_CODE,
            "name",
            "agency",
            "fiscalYear",
            "status",
            "percent",
            "budget.spent",
            "budget.allocated",
            "reportedOn");

    static ListFilter of(Map<String, String> given) {
        return new ListFilter(
                value(given, "q"),
                value(given, "agency"),
                value(given, "status"),
                TypedYear.buddhist(value(given, "fiscalYear")),
                value(given, "flag"),
                value(given, "asOf"),
                value(given, "sort"),
                value(given, "page"));
    }

    private static String value(Map<String, String> given, String name) {
        return Objects.requireNonNullElse(given.get(name), "").strip();
    }

    /**
     * What it asks of the register.
     *
     * @throws ProblemException naming the field that is wrong
     */
    Question question() {
        Integer counted = number("page", page);
        if (counted != null && counted < 1) {
            throw Points.wrong("page");
        }
        return Question.of(
                        orNull(q),
                        orNull(agency),
                        constant("status", status, ProjectStatus.class),
                        number("fiscalYear", fiscalYear),
                        counted == null ? 0 : counted - 1,
                        ON_A_PAGE,
                        sort.isEmpty() ? BY_CODE : sort)
                .flagged(constant("flag", flag, AuditFlag.class));
    }

    /** The day of the status; null asks for the latest. */
    @Nullable
    LocalDate day() {
        LocalDate day = TypedDate.of("asOf", asOf);
        return day == null ? null : Points.inRange("asOf", day);
    }

    /** Whether anything narrows the register. */
    // the template calls these
    public boolean narrows() {
        return !(q + agency + status + fiscalYear + flag + asOf).isEmpty();
    }

    /** The field by which it is in order. */
    public String sortField() {
        return sort.isEmpty() ? BY_CODE : sort.split(",", -1)[0];
    }

    public boolean descending() {
        return sort.endsWith(",desc");
    }

    /** {@code ascending}, {@code descending}, or null: how a heading says that its column is in order. */
    public @Nullable String order(String field) {
        return field.equals(sortField()) ? (descending() ? "descending" : "ascending") : null;
    }

    /** The same search in the order of a field; turned round if it is in that order already. */
    public String sortedBy(String field) {
        boolean turn = field.equals(sortField()) && !descending();
        return link(
                PATH, new ListFilter(q, agency, status, fiscalYear, flag, asOf, turn ? field + ",desc" : field, ""));
    }

    /** The same search as a file of the API, whose names of fields these are. */
    public String file(String format) {
        return link(EXPORT + format, new ListFilter(q, agency, status, digits(fiscalYear), flag, "", sort, ""));
    }

    /** The same search, another page; pages are counted from 1 for people. */
    String linkTo(long otherPage) {
        return link(
                PATH,
                new ListFilter(
                        q,
                        agency,
                        status,
                        fiscalYear,
                        flag,
                        asOf,
                        sort,
                        otherPage == 1 ? "" : Long.toString(otherPage)));
    }

    /** The address of just this search. */
    String link() {
        return link(PATH, this);
    }

    private static String link(String path, ListFilter filter) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("q", filter.q);
        fields.put("agency", filter.agency);
        fields.put("status", filter.status);
        fields.put("fiscalYear", filter.fiscalYear);
        fields.put("flag", filter.flag);
        fields.put("asOf", filter.asOf);
        fields.put("sort", filter.sort.equals(BY_CODE) ? "" : filter.sort);
        fields.put("page", filter.page);
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        fields.forEach((name, value) -> {
            if (!value.isEmpty()) {
                link.queryParam(name, "{" + name + "}");
            }
        });
        return link.encode().buildAndExpand(fields).toUriString();
    }

    private static <E extends Enum<E>> @Nullable E constant(String parameter, String name, Class<E> type) {
        return name.isEmpty()
                ? null
                : Arrays.stream(type.getEnumConstants())
                        .filter(known -> known.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> Points.wrong(parameter));
    }

    private static @Nullable Integer number(String parameter, String text) {
        if (text.isEmpty()) {
            return null;
        }
        String digits = digits(text);
        if (digits.length() > DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Points.wrong(parameter);
        }
        return Integer.valueOf(digits);
    }

    /** A person types Thai digits, too. */
    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (Character.isDigit(point)) {
                digits.append(Character.digit(point, 10));
            } else {
                digits.appendCodePoint(point);
            }
        });
        return digits.toString();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
