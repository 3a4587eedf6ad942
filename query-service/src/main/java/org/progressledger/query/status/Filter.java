package org.progressledger.query.status;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ProjectStatus;
import org.progressledger.events.ThaiSpelling;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.projectlist.AgencyTotals.AgencyTotal;
import org.progressledger.query.projectlist.Question;
import org.springframework.web.util.UriComponentsBuilder;

/** The search form as it was sent. A field that was left empty asks for nothing. */
record Filter(String q, String agency, String status, String fiscalYear, String page) {
    static final int ON_A_PAGE = 20;
    private static final int DIGITS = 9;

    static Filter of(
            @Nullable String q,
            @Nullable String agency,
            @Nullable String status,
            @Nullable String fiscalYear,
            @Nullable String page) {
        return new Filter(given(q), given(agency), given(status), given(fiscalYear), given(page));
    }

    private static String given(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /**
     * What it asks of the register.
     *
     * @throws ProblemException naming the field that is wrong
     */
    Question question() {
        Integer year = number("fiscalYear", fiscalYear);
        Integer counted = number("page", page);
        if (counted != null && counted < 1) {
            throw wrong("page");
        }
        return Question.of(
                orNull(q),
                orNull(agency),
                projectStatus(),
                year,
                counted == null ? 0 : counted - 1,
                ON_A_PAGE,
                "projectCode");
    }

    /** Whether anything narrows the register. */
    // the template calls it
    public boolean narrows() {
        return !(q + agency + status + fiscalYear).isEmpty();
    }

    /** Whether it is this agency that was chosen, by its main code or by its name. */
    boolean asksFor(AgencyTotal total) {
        return total.code().equals(agency) || ThaiSpelling.folded(total.name()).equals(ThaiSpelling.folded(agency));
    }

    /** The same search, another page; pages are counted from 1 for people. */
    String linkTo(long otherPage) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/");
        Map<String, String> fields = Map.of("q", q, "agency", agency, "status", status, "fiscalYear", fiscalYear);
        fields.keySet().stream().sorted().forEach(name -> {
            if (!fields.getOrDefault(name, "").isEmpty()) {
                link.queryParam(name, "{" + name + "}");
            }
        });
        return link.queryParam("page", otherPage)
                .encode()
                .buildAndExpand(fields)
                .toUriString();
    }

    private @Nullable ProjectStatus projectStatus() {
        if (status.isEmpty()) {
            return null;
        }
        return Arrays.stream(ProjectStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElseThrow(() -> wrong("status"));
    }

    private static @Nullable Integer number(String parameter, String text) {
        if (text.isEmpty()) {
            return null;
        }
        StringBuilder digits = new StringBuilder();
        text.codePoints().forEach(point -> digits.append(Character.isDigit(point) ? Character.digit(point, 10) : 10));
        // a person types Thai digits, too
        if (text.codePointCount(0, text.length()) > DIGITS
                || digits.length() != text.codePointCount(0, text.length())) {
            throw wrong(parameter);
        }
        return Integer.valueOf(digits.toString());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static ProblemException wrong(String parameter) {
        return new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", parameter));
    }
}
