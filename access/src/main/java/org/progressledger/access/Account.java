package org.progressledger.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.problems.ProblemException;

/**
 * Somebody who may sign in.
 *
 * @param username 3 to 40 of {@code a-z 0-9 . _ -}, beginning with a letter or digit
 * @param role what the account is for
 * @param agency display text of the agency; null for city-wide accounts
 * @param scope code prefixes of 4 to 8 digits; at least one for an OFFICER, none for others
 * @param passwordHash the encoded password, with the name of its algorithm in front
 * @param enabled whether it may sign in
 * @param createdAt when it was made
 * @param changedAt when anything of it last changed
 */
public record Account(
        String username,
        Role role,
        @Nullable String agency,
        List<String> scope,
        String passwordHash,
        boolean enabled,
        Instant createdAt,
        Instant changedAt) {

    static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,39}");
    static final Pattern PREFIX = Pattern.compile("[0-9]{4,8}");

    /**
     * @throws ProblemException NOT_A_USERNAME, NOT_A_SCOPE_PREFIX or SCOPE_IS_FOR_OFFICERS
     */
    public Account {
        scope = List.copyOf(scope);
        check(username, role, scope);
    }

    static void check(String username, Role role, List<String> scope) {
        if (!USERNAME.matcher(username).matches()) {
            throw new ProblemException(AccessReason.NOT_A_USERNAME);
        }
        for (String prefix : scope) {
            if (!PREFIX.matcher(prefix).matches()) {
                throw new ProblemException(AccessReason.NOT_A_SCOPE_PREFIX, Map.of("prefix", prefix));
            }
        }
        if ((role == Role.OFFICER) == scope.isEmpty()) {
            throw new ProblemException(AccessReason.SCOPE_IS_FOR_OFFICERS);
        }
    }

    /** The account as the rules of the domain see it. */
    public Asker asker() {
        return new Asker(username, role, agency, scope);
    }

    /** Never the password hash. */
    @Override
    public String toString() {
        return "Account[" + username + ", " + role + (enabled ? "" : ", disabled") + "]";
    }
}
