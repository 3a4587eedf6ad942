package org.progressledger.access;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * One row of the endpoint table: who may call a method of a path.
 *
 * @param method GET also allows HEAD
 * @param pathPattern as controllers write it, such as {@code /api/v1/projects/{code}}
 * @param roles the roles that may; all of them for an open row, none for one that is for {@link Reach#OURSELVES}
 * @param reach what the row is about; {@link Reach#OPEN} lets callers in who have not signed in
 */
public record Allow(HttpMethod method, String pathPattern, Set<Role> roles, Reach reach) {

    public Allow {
        if (!pathPattern.startsWith("/")) {
            throw new IllegalArgumentException("Not a path pattern: " + pathPattern);
        }
        if (roles.isEmpty() != (reach == Reach.OURSELVES)) {
            throw new IllegalArgumentException(
                    "For nobody, or for roles as well as for ourselves: " + method + " " + pathPattern);
        }
        if (reach == Reach.OPEN && roles.size() < Role.values().length) {
            throw new IllegalArgumentException("Open to all but not to every role: " + method + " " + pathPattern);
        }
        roles = Set.copyOf(roles);
    }

    /** A row for these roles that is not about one project. */
    public static Allow roles(HttpMethod method, String pathPattern, Role first, Role... others) {
        return new Allow(method, pathPattern, EnumSet.of(first, others), Reach.CITY);
    }

    /** A row for everyone who has signed in. */
    public static Allow anyRole(HttpMethod method, String pathPattern) {
        return new Allow(method, pathPattern, Role.all(), Reach.CITY);
    }

    /** A row for everyone, signed in or not. */
    public static Allow anonymous(HttpMethod method, String pathPattern) {
        return new Allow(method, pathPattern, Role.all(), Reach.OPEN);
    }

    /** Whether callers may come without signing in. */
    public boolean anonymous() {
        return reach == Reach.OPEN;
    }
}
