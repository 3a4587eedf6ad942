package org.progressledger.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in caller, as the rules of the domain see him.
 *
 * @param id the account's username, the actor of what he records; {@value #ELSEWHERE} before the name that another house
 *     vouches for, which can be no username here
 * @param role the account's role
 * @param agency display text of the agency; null for city-wide accounts
 * @param scope prefixes, of 4 to 8 digits, of the project codes that an officer acts for
 */
public record Asker(String id, Role role, @Nullable String agency, List<String> scope) {

    /** What the ids begin with of those who signed in at another house, by OpenID Connect. */
    public static final String ELSEWHERE = "sso:";

    public Asker {
        scope = List.copyOf(scope);
    }

    /** Whether another house vouches for the asker, who has no account here. */
    public boolean vouchedForElsewhere() {
        return id.startsWith(ELSEWHERE);
    }

    /**
     * Whether the role's deeds may touch this project: an officer's for the own agency only, anyone else's city-wide.
     * Which deeds a role has is said by the {@link EndpointRules}.
     */
    public boolean mayActFor(String projectCode) {
        return switch (role) {
            case OFFICER -> inScope(projectCode);
            case COORDINATOR, SUPERVISOR, AUDITOR, REVIEWER, ADMIN -> true;
        };
    }

    /** Whether this project may be shown to the asker at all. */
    public boolean sees(String projectCode) {
        return switch (role) {
            case OFFICER -> inScope(projectCode);
            case COORDINATOR, SUPERVISOR, AUDITOR, REVIEWER -> true;
            case ADMIN -> false;
        };
    }

    /** Whether names and telephone numbers in this project are shown in clear. */
    public boolean seesPersonalData(String projectCode) {
        return RoleMatrix.readsPersonalData(role) && sees(projectCode);
    }

    private boolean inScope(String projectCode) {
        return scope.stream().anyMatch(projectCode::startsWith);
    }
}
