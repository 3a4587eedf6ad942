package org.progressledger.query.agencies;

import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.projection.ThaiText;

/**
 * The parameter {@code agency} of a question across projects.
 *
 * @param folded 4 to 8 digits with which the agency's code begins, or its name in any spelling
 */
public record AgencyAsked(String folded) {
    private static final int LONGEST_NAME = 1_000;
    private static final int MAIN_CODE = 8;
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern CODE_PREFIX = Pattern.compile("[0-9]{4,8}");

    /** @throws ProblemException unless it is one or the other */
    public static AgencyAsked of(String given) {
        String folded = ThaiText.folded(given);
        boolean isCode = DIGITS.matcher(folded).matches();
        require(!folded.isEmpty() && given.length() <= LONGEST_NAME);
        require(!isCode || CODE_PREFIX.matcher(folded).matches());
        return new AgencyAsked(folded);
    }

    /**
     * Filter of the agency's projects. A main code finds the whole agency, as its row in the totals does; any other digits
     * are a prefix of codes.
     *
     * @throws ProblemException for a name that nobody bears: it would find nothing and look as if nothing were there
     */
    public Bson projects(AgencyRegister agencies) {
        return whole(agencies).map(codes -> Filters.in("agency", codes)).orElseGet(() -> Filters.eq("scopes", folded));
    }

    /** The same of the code of an agency. */
    public Predicate<String> codes(AgencyRegister agencies) {
        return whole(agencies)
                .<Predicate<String>>map(codes -> Set.copyOf(codes)::contains)
                .orElse(code -> code.startsWith(folded));
    }

    /** All codes of the agencies asked for; empty where a prefix is. */
    private Optional<List<String>> whole(AgencyRegister agencies) {
        if (!DIGITS.matcher(folded).matches()) {
            List<Agency> called = agencies.called(folded);
            require(!called.isEmpty());
            return Optional.of(
                    called.stream().flatMap(agency -> agency.codes().stream()).toList());
        }
        return agencies.of(folded)
                .filter(agency -> folded.length() == MAIN_CODE && agency.code().equals(folded))
                .map(Agency::codes);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "agency"));
        }
    }
}
