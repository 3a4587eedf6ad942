package org.progressledger.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * One row of the endpoint table: who may call a method of a path.
 *
 * @param method GET also allows HEAD
 * @param pathPattern as controllers write it, such as {@code /api/v1/projects/{code}}
 * @param roles the roles that may; all of them for an anonymous row
 * @param anonymous whether callers may come without signing in
 */
public record Allow(HttpMethod method, String pathPattern, Set<Role> roles, boolean anonymous) {

    public Allow {
        if (!pathPattern.startsWith("/")) {
            throw new IllegalArgumentException("Not a path pattern: " + pathPattern);
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("Nobody may call " + method + " " + pathPattern);
        }
        roles = Set.copyOf(roles);
    }

    public Allow(HttpMethod method, String pathPattern, Set<Role> roles) {
        this(method, pathPattern, roles, false);
    }

    /** A row for these roles. */
    public static Allow roles(HttpMethod method, String pathPattern, Role first, Role... others) {
        return new Allow(method, pathPattern, EnumSet.of(first, others));
    }

    /** A row for everyone who has signed in. */
    public static Allow anyRole(HttpMethod method, String pathPattern) {
        return new Allow(method, pathPattern, Role.all());
    }

    /** A row for everyone, signed in or not. */
    public static Allow anonymous(HttpMethod method, String pathPattern) {
        return new Allow(method, pathPattern, Role.all(), true);
    }

    /** Rows that open several paths to everyone for reading. */
    public static List<Allow> anonymousReading(String... pathPatterns) {
        return List.of(pathPatterns).stream()
                .map(path -> anonymous(HttpMethod.GET, path))
                .toList();
    }
}
