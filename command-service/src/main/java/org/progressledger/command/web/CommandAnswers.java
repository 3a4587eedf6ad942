package org.progressledger.command.web;

import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.Commit;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** What every command is answered with, and the key that makes a repeat harmless. */
public final class CommandAnswers {
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    public static final String LEDGER_POSITION = "Ledger-Position";

    private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,18})\"|([0-9]{1,18})");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private CommandAnswers() {}

    /** 201 with what was recorded; the same command again gets the same. */
    public static ResponseEntity<RecordedAnswer> recorded(Commit commit) {
        RecordedAnswer answer = RecordedAnswer.of(commit);
        return ResponseEntity.created(URI.create("/api/v1/projects/" + answer.projectCode()))
                .header(LEDGER_POSITION, Long.toString(answer.ledgerPosition()))
                .body(answer);
    }

    /**
     * The caller's key, if one came.
     *
     * @throws ProblemException unless it is 1 to 200 visible ASCII characters
     */
    public static @Nullable String checkedKey(@Nullable String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", IDEMPOTENCY_KEY));
        }
        return key;
    }

    /**
     * The project's version that the caller saw: {@code "24"} as an entity tag. {@code *}, or nothing, asks for any.
     *
     * @throws ProblemException if it is written otherwise
     */
    public static @Nullable Long expectedVersion(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher matcher = VERSION.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", HttpHeaders.IF_MATCH));
        }
        return Long.valueOf(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
}
